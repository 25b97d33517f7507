/** What is said about files, in English. */
export const filesWords = {
  refused: 'Pictures and files can’t be sent yet: a message is text.',
}
