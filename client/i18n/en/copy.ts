/** The texts of a button that copies, in English. */
export const copyTexts = {
  copied: 'Copied',
  notCopied: 'Copying is not allowed here. Select and copy it by hand.',
}
