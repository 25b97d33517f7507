/** The texts of the lines among the messages, in English. */
export const logNoticesTexts = {
  /** Stands between the old name and the new one. */
  isNow: 'is now',
}
