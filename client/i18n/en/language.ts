/** The texts of the box in which another language is chosen, in English. */
export const languageTexts = {
  label: 'Language',
  notKept: 'Your browser keeps no cookies here, so the page stays in this language.',
}
