import { fromBase64Url, toBase64Url } from './base64url.ts'

/** Bytes of a link's key: 256 random bits. */
const KEY_BYTES = 32

/** What a key is derived for: each purpose has a label of its own, so that no key serves two. */
export type KeyPurpose = `message ${string}` | 'admission' | 'safety-words' | 'tab-storage'

/** A new key for a link, base64url (43 characters). It goes behind the `#` and never leaves the browser. */
export function makeLinkKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}

/** Whether this is a whole key: a damaged link is noticed before anything is joined. */
export function isLinkKey(key: string): boolean {
  return fromBase64Url(key)?.byteLength === KEY_BYTES
}

/** A link's key, to derive from and for nothing else. Throws a TypeError for one that `isLinkKey` refuses. */
export async function importLinkKey(linkKey: string): Promise<CryptoKey> {
  const bytes = fromBase64Url(linkKey)
  if (bytes?.byteLength !== KEY_BYTES) throw new TypeError('this is no whole key')
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

/** Parameters of HKDF-SHA-256 (RFC 5869) for a purpose. The salt is the room id but for `admission`. */
export function hkdfParameters(purpose: KeyPurpose, salt: string): HkdfParams {
  const encoder = new TextEncoder()
  const info = encoder.encode(`private-chat e1 ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info }
}

/** 32 bytes for a purpose. */
export async function deriveBytes(base: CryptoKey, parameters: HkdfParams): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256))
}
