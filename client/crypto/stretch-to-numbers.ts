/** Words that people compare: as many as a person remembers while reading them out. */
const WORDS = 5

/** Words in the list of each language. */
export const SAFETY_WORDS = 1_024

/** Rounds of PBKDF2-SHA-256: some tenths of a second on a phone, once, for a person who asks for the words. */
const ROUNDS = 600_000

/**
 * Stretches bytes to five numbers below 1,024: 80 bits, of which each 16 are one number. Each stands for a word in the list of
 * a language, so that people who read different languages compare the numbers.
 */
export async function stretchToNumbers(bytes: Uint8Array<ArrayBuffer>, salt: string): Promise<number[]> {
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new TextEncoder().encode(salt), iterations: ROUNDS },
    await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits']),
    WORDS * 16,
  )
  const view = new DataView(stretched)
  // 65,536 is a multiple of the list's length, so every number is equally likely.
  return Array.from({ length: WORDS }, (_, place) => view.getUint16(place * 2) % SAFETY_WORDS)
}
