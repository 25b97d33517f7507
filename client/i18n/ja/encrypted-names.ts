import type { encryptedNamesTexts as English } from '../en/encrypted-names.ts'

/** The texts beside names that the server can't read, in Japanese. */
export const encryptedNamesTexts: typeof English = {
  toldApartBy: '見分けるための名前：',
}
