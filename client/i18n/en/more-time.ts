/** The text of the button that puts off the end of a room, in English. */
export const moreTimeTexts = {
  button: '+10 minutes',
}
