/** The texts about files, in English. */
export const filesTexts = {
  refused: 'Pictures and files can’t be sent yet: a message is text.',
}
