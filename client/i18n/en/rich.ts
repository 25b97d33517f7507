/** The texts around code in a message, in English. */
export const richTexts = {
  copyCode: 'Copy code',
  codeCopied: 'Code copied.',
}
