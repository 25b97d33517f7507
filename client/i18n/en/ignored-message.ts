/** The texts of a message of somebody who is ignored, in English. */
export const ignoredMessageTexts = {
  /** Stands behind a name. */
  hidden: ': hidden, since you ignore them',
  show: 'Show',
  showOf: (alias: string) => `Show what ${alias} said`,
}
