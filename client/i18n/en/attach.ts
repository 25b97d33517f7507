/** The names of the buttons that put files beside the message box, in English. */
export const attachTexts = {
  attach: 'Attach a file',
  record: 'Record a voice message',
}
