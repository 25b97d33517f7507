/** What the lock of a room says whose keys never change, in English: one with a link key for good, and one without encryption. */
export const fixedEncryptionTexts = {
  encrypted:
    'Only people with the link can read what is said here. The server can’t; names, order and times come from it.',
  open: 'This room was made without encryption: the server can read what is said here.',
}
