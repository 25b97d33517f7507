import { toBase64Url } from './base64url.ts'
import { deriveBytes } from './derive-bytes.ts'
import { hkdfParameters, importLinkKey } from './hkdf.ts'
import type { LinkKey } from './link-key.ts'

declare const brand: unique symbol

/** What a visitor sends to be admitted: 32 bytes in base64url. It proves the link key and reveals no other key. */
export type AdmissionSecret = string & { readonly [brand]: 'AdmissionSecret' }

/** What the room stores to recognise an admission secret: its SHA-256 in base64url. */
export type AdmissionHash = string & { readonly [brand]: 'AdmissionHash' }

/**
 * Derives the admission secret from the link key.
 *
 * This is the one derivation without the room id: the room is created with the hash, before it has an id. A link key is
 * made for one room, so the secret is that room's own all the same.
 */
export async function deriveAdmissionSecret(linkKey: LinkKey): Promise<AdmissionSecret> {
  const bytes = await deriveBytes(await importLinkKey(linkKey), hkdfParameters('admission', ''))
  return toBase64Url(bytes) as AdmissionSecret
}

/** Hashes an admission secret, for the room to store. */
export async function hashAdmissionSecret(secret: AdmissionSecret): Promise<AdmissionHash> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return toBase64Url(new Uint8Array(digest)) as AdmissionHash
}
