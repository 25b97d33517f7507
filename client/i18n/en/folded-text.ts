/** The texts of a long message's button, in English. */
export const foldedTexts = {
  showAll: 'Show all',
  showLess: 'Show less',
}
