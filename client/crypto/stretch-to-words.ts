import { SAFETY_WORD_LIST } from './safety-word-list.ts'

/** Words that people compare: as many as a person remembers while reading them out. */
const WORDS = 5

/** Rounds of PBKDF2-SHA-256: some tenths of a second on a phone, once, for a person who asks for the words. */
const ROUNDS = 600_000

/** Stretches bytes to five words for people to compare; 80 bits, of which each 16 are one word. */
export async function stretchToWords(bytes: Uint8Array<ArrayBuffer>, salt: string): Promise<string[]> {
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new TextEncoder().encode(salt), iterations: ROUNDS },
    await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']),
    WORDS * 16,
  )
  const view = new DataView(stretched)
  // 65,536 is a multiple of the list's length, so every word is equally likely.
  return Array.from(
    { length: WORDS },
    (_, place) => SAFETY_WORD_LIST[view.getUint16(place * 2) % SAFETY_WORD_LIST.length] ?? '',
  )
}
