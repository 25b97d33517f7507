/** What the buttons beside a message are called, in English. */
export const messageToolsTexts = {
  reply: 'Reply',
  react: 'React',
  edit: 'Edit',
  takeBack: 'Take back',
  notLoaded: 'This could not be loaded. Check your connection and try again.',
}
