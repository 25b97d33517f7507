/** What is said around code in a message, in English. */
export const richWords = {
  copyCode: 'Copy code',
  codeCopied: 'Code copied.',
}
