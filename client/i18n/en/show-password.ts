/** What the button in a password's box says, in English. */
export const showPasswordWords = {
  show: 'Show what is typed',
  hide: 'Hide what is typed',
}
