/** The text of the button that gives a room more time, in English. */
export const moreTimeTexts = {
  button: '+10 minutes',
}
