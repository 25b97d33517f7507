/** What the button in a password's box says, in English. */
export const peekWords = {
  show: 'Show password',
  hide: 'Hide password',
}
