import { fromBase64Url, toBase64Url } from './base64url.ts'

/** Bytes of a link key: 256 random bits. */
const KEY_BYTES = 32

declare const brand: unique symbol

/**
 * The key in an invite link, after its `#`: 256 bits in base64url, 43 characters. It never leaves the browser except in
 * the invite link itself. Only `makeLinkKey` and `parseLinkKey` make one.
 */
export type LinkKey = string & { readonly [brand]: 'LinkKey' }

/** Makes the key of a new invite link. */
export function makeLinkKey(): LinkKey {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES))) as LinkKey
}

/**
 * Reads a link key, so that a damaged invite link is noticed before anything is joined.
 * @returns null where the text is not a whole key, or not the one way to write it
 */
export function parseLinkKey(text: string): LinkKey | null {
  return fromBase64Url(text)?.byteLength === KEY_BYTES ? (text as LinkKey) : null
}

/** Imports a link key, to derive other keys from it and for nothing else. It can't be exported. */
export async function importLinkKey(linkKey: LinkKey): Promise<CryptoKey> {
  const bytes = fromBase64Url(linkKey)
  if (bytes === null) throw new TypeError('a link key is base64url')
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits'])
}

/** Returns the path of a room's page with the key of its invite link, where it has one. */
export function formatRoomPath(roomId: string, linkKey: LinkKey | null): string {
  return `/room/${roomId}${linkKey ? `#${linkKey}` : ''}`
}
