/** The texts of the signs beside a name, in English. */
export const personSignsTexts = {
  muted: 'muted',
  hand: 'hand raised',
}
