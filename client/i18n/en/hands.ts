/** The texts about raised hands, in English. */
export const handsTexts = {
  raise: 'Raise hand',
  lower: 'Lower hand',
  raised: 'Your hand is up.',
  lowered: 'Your hand is down.',
  list: 'Raised hands',
  lowerOne: (alias: string) => `Lower the hand of ${alias}`,
  lowerShort: 'Lower',
}
