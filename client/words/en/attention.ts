/** What is said to somebody who looks elsewhere, in English. Never what was said in the room, or by whom. */
export const attentionWords = {
  unread: (count: number, page: string) => `(${count.toLocaleString('en')}) ${page}`,
  notice: 'private-chat',
  noticeText: 'There is a new message in your room.',
}
