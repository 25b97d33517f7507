/** What the button in a password's box says, in English. */
export const showPasswordTexts = {
  show: 'Show what is typed',
  hide: 'Hide what is typed',
}
