/** The texts of the box in which another language is chosen, in English. */
export const languageTexts = {
  label: 'Language',
  notKept: 'Your browser keeps no cookies here, so the page stays in this language.',
  /** Asked where something secret was typed. */
  retype: {
    title: 'Change the language?',
    text: 'Passwords, codes and links that you typed here are not stored. You will have to type them again.',
    confirmLabel: 'Change language',
  },
}
