import { PARTICIPANT_ID_LENGTH } from '../../protocol/key-limits.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'
import { joinBytes } from './join-bytes.ts'

const ECDH = { name: 'ECDH', namedCurve: 'P-256' }

/** The first byte of a raw public key that has both coordinates: 65 bytes. Other forms are the same key in another text. */
const UNCOMPRESSED = 4

declare const brand: unique symbol

/** A participant's public key, which was checked to be one. Only `importPublicKey` makes one. */
export interface PublicKey {
  readonly [brand]: 'PublicKey'
  /** The id that follows from it. */
  readonly participantId: string
  /** Its 65 bytes in base64url. */
  readonly text: string
  readonly key: CryptoKey
}

/** The pair of a participant, made at the door and never changed. It can be kept in a browser as it is, and is not exported there. */
export interface ParticipantPair {
  readonly publicKey: PublicKey
  readonly privateKey: CryptoKey
}

/** Makes the pair of a participant: P-256, for ECDH. @param isExportable whether the private key can be taken out */
export async function makeParticipantPair(isExportable = false): Promise<ParticipantPair> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(ECDH, isExportable, ['deriveBits'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  const checked = await importPublicKey(toBase64Url(raw))
  if (checked === null) throw new Error('this browser made a public key that it can not read')
  return { publicKey: checked, privateKey }
}

/**
 * Reads a public key.
 * @param text 65 bytes in base64url
 * @returns null where it is none: no point of the curve, or another way to write one
 */
export async function importPublicKey(text: string): Promise<PublicKey | null> {
  const raw = fromBase64Url(text)
  if (raw?.[0] !== UNCOMPRESSED) return null
  try {
    const key = await crypto.subtle.importKey('raw', raw, ECDH, true, [])
    return { participantId: await deriveParticipantId(raw), text, key } as PublicKey
  } catch {
    return null
  }
}

/**
 * Derives a participant's id from the public key: so nobody can be listed under an id with a key that is not theirs.
 * @param raw 65 bytes
 */
export async function deriveParticipantId(raw: Uint8Array<ArrayBuffer>): Promise<string> {
  const label = new TextEncoder().encode('private-chat e2 participant')
  const digest = await crypto.subtle.digest('SHA-256', joinBytes(label, raw))
  return toBase64Url(new Uint8Array(digest)).slice(0, PARTICIPANT_ID_LENGTH)
}
