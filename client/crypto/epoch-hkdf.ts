import { deriveBytes } from './derive-bytes.ts'

/** What is derived in a room of version 2. Each purpose has a label of its own, so that no key serves two. */
export type EpochPurpose =
  | LinkPurpose
  | RoomKeyPurpose
  | ReactionPurpose
  | `wrap ${number} ${string} ${string}`

/** What is derived from a room key for the reactions to one message: its author and its id. */
type ReactionPurpose = `reaction ${string} ${string}`

/** What is derived from a link key, or from a password and a link key. */
type LinkPurpose = 'admission' | 'password-salt' | 'password-proof' | 'invite' | 'door'

/** What is derived from the room key of an epoch. */
export type RoomKeyPurpose =
  | `message ${string}`
  | 'card'
  | 'door-key'
  | 'wrap-mix'
  | 'back'
  | 'check'
  | 'tab-storage'

/** Imports key material, to derive other keys from it and for nothing else. It can't be exported. */
export function importKeyMaterial(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

/**
 * Derives 32 bytes.
 * @param salt the room id; empty for `admission`, `password-salt` and `password-proof`
 */
export function deriveEpochBytes(
  base: CryptoKey,
  purpose: EpochPurpose,
  salt: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return deriveBytes(base, epochHkdfParameters(purpose, salt))
}

/** Derives a key for AES-256-GCM, which can't be exported. @param roomId the salt */
export function deriveEpochKey(base: CryptoKey, purpose: EpochPurpose, roomId: string): Promise<CryptoKey> {
  const algorithm = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(epochHkdfParameters(purpose, roomId), base, algorithm, false, [
    'encrypt',
    'decrypt',
  ])
}

/** Derives a key for HMAC-SHA-256, which can't be exported. @param roomId the salt */
export function deriveHmacKey(base: CryptoKey, purpose: ReactionPurpose, roomId: string): Promise<CryptoKey> {
  // 32 bytes, as everything that is derived here: without a length it would be a whole block of 64.
  const algorithm = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return crypto.subtle.deriveKey(epochHkdfParameters(purpose, roomId), base, algorithm, false, ['sign'])
}

function epochHkdfParameters(purpose: EpochPurpose, salt: string): HkdfParams {
  const encoder = new TextEncoder()
  const info = encoder.encode(`private-chat e2 ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info }
}
