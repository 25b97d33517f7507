import { fromBase64Url } from './base64url.ts'
import type { PublicKey } from './participant-pair.ts'
import { stretchToNumbers } from './stretch-to-numbers.ts'

/**
 * Derives the numbers of the five words of a participant, which stay as long as their seat. Each reads theirs out, and the other compares
 * them with what this page shows: then the key that this page wraps for is theirs, and nobody stands in between.
 *
 * Five of 1,024 words are 50 bits. Whoever wants to be taken for a participant needs another key with their words: 2^50
 * tries on average, each of 600,000 rounds, whoever made the link (`safety-words.ts` says what that takes).
 */
export async function deriveParticipantSafetyWords(publicKey: PublicKey, roomId: string): Promise<number[]> {
  const raw = fromBase64Url(publicKey.text)
  if (raw === null) throw new TypeError('a public key is base64url')
  return stretchToNumbers(raw, `private-chat e2 safety-words ${roomId}`)
}
