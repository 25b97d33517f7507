import type { Keyring } from './keyring.ts'
import { stretchToNumbers } from './stretch-to-numbers.ts'

/**
 * Derives the numbers of five words from the link key and the room. Two people who read the same words to one another hold the same
 * invite link: nobody in between sent each of them another.
 *
 * What they are worth: five of 1,024 words are 50 bits. An attacker who has to find a second key with the words of a certain
 * one tries 2^50 = 1.1 * 10^15 keys on average, each of 600,000 rounds or 1.2 million SHA-256. A graphics card that computes
 * 2 * 10^10 SHA-256 a second tries some 17,000 keys a second, and needs two thousand years; a room lives for a day. An
 * attacker who makes both invite links only needs any two keys with the same words: 2^25 = 3.4 * 10^7 tries, half an hour. So the
 * words protect an invite link that one of the two made, and not one that a third person sent to both.
 */
export async function deriveSafetyWords(keyring: Keyring): Promise<number[]> {
  return stretchToNumbers(await keyring.deriveSafetyBytes(), `private-chat e1 safety-words ${keyring.roomId}`)
}
