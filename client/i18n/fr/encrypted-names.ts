import type { encryptedNamesTexts as English } from '../en/encrypted-names.ts'

/** The texts beside names that the server can't read, in French. */
export const encryptedNamesTexts: typeof English = {
  toldApartBy: 'pour distinguer : ',
}
