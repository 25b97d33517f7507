import { fromBase64Url } from './base64url.ts'

/** Bytes of a link key: 256 random bits. */
const KEY_BYTES = 32

declare const brand: unique symbol

/**
 * The key in an invite link of version 1, after its `#`: 256 bits in base64url, 43 characters. It never leaves the browser
 * except in the invite link itself. Only `parseLinkKey` makes one: pages make no rooms of version 1 any more.
 */
export type LinkKey = string & { readonly [brand]: 'LinkKey' }

/**
 * Reads a link key, so that a damaged invite link is noticed before anything is joined.
 * @returns null where the text is not a whole key, or not the one way to write it
 */
export function parseLinkKey(text: string): LinkKey | null {
  return fromBase64Url(text)?.byteLength === KEY_BYTES ? (text as LinkKey) : null
}
