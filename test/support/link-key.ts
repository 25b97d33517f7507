import { toBase64Url } from '../../client/crypto/base64url.ts'
import { type LinkKey, parseLinkKey } from '../../client/crypto/link-key.ts'

/** Reads a link key that a test has written down, or read from an address. Throws where it isn't one. */
export function requireLinkKey(text: string | undefined): LinkKey {
  const linkKey = parseLinkKey(text ?? '')
  if (linkKey === null) throw new Error(`no link key: ${text}`)
  return linkKey
}

/** Makes a link key of version 1, 256 random bits, as pages did. */
export function makeLinkKey(): LinkKey {
  return requireLinkKey(toBase64Url(crypto.getRandomValues(new Uint8Array(32))))
}
