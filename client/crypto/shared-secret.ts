import type { ParticipantPair, PublicKey } from './participant-pair.ts'

/** Derives the shared secret of a pair and another's public key, 32 bytes. Both get the same. */
export async function deriveSharedSecret(
  pair: ParticipantPair,
  other: PublicKey,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: other.key }, pair.privateKey, 256),
  )
}
