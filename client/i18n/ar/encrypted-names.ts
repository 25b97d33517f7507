import type { encryptedNamesTexts as English } from '../en/encrypted-names.ts'

/** The texts beside names that the server can’t read, in Arabic. */
export const encryptedNamesTexts: typeof English = {
  toldApartBy: 'يُميَّز باسم ',
}
