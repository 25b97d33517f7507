import { fromBase64Url, toBase64Url } from './base64url.ts'
import { importKeyMaterial } from './epoch-hkdf.ts'

/** Bytes of a link key: 256 random bits. */
const KEY_BYTES = 32

declare const brand: unique symbol

/**
 * The key in an invite link of version 2: 256 bits in base64url, 43 characters. It opens one epoch's invite, is replaced
 * with the epoch, and is no link key of version 1. Only `makeEpochLinkKey`, `parseEpochLink` and decryption make one.
 */
export type EpochLinkKey = string & { readonly [brand]: 'EpochLinkKey' }

/** What stands behind the `#` of an invite link of version 2. */
export interface EpochLink {
  linkKey: EpochLinkKey
  /** Whether a password goes with it. The link says so: a server must not be able to deny it. */
  hasPassword: boolean
}

/** Makes the link key of a new epoch. */
export function makeEpochLinkKey(): EpochLinkKey {
  return formatEpochLinkKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}

/** Writes the bytes of a link key as they stand in a link. */
export function formatEpochLinkKey(bytes: Uint8Array): EpochLinkKey {
  return toBase64Url(bytes) as EpochLinkKey
}

/** Returns the bytes of a link key. */
export function decodeEpochLinkKey(linkKey: EpochLinkKey): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64Url(linkKey)
  if (bytes === null) throw new TypeError('a link key is base64url')
  return bytes
}

/** Imports a link key, to derive other keys from it and for nothing else. It can't be exported. */
export function importEpochLinkKey(linkKey: EpochLinkKey): Promise<CryptoKey> {
  return importKeyMaterial(decodeEpochLinkKey(linkKey))
}

/**
 * Reads what stands behind the `#`: `2` and the link key, or `2p` and the link key where there is a password.
 * @returns null where it is no whole link of version 2; 43 characters alone are a link key of version 1
 */
export function parseEpochLink(fragment: string): EpochLink | null {
  // The lengths differ, so that a key that begins with a `p` is not taken for the sign of a password.
  const [, sign, linkKey = ''] = /^2(p?)([\w-]{43})$/.exec(fragment) ?? []
  return fromBase64Url(linkKey)?.byteLength === KEY_BYTES
    ? { linkKey: linkKey as EpochLinkKey, hasPassword: sign === 'p' }
    : null
}

/** Writes what stands behind the `#` of an invite link. */
export function formatEpochLink({ linkKey, hasPassword }: EpochLink): string {
  return `2${hasPassword ? 'p' : ''}${linkKey}`
}

/** Returns the path of a room's page, with what its invite link holds behind the `#`, where there is a link. */
export function formatEpochRoomPath(roomId: string, link: EpochLink | null): string {
  return `/room/${roomId}${link ? `#${formatEpochLink(link)}` : ''}`
}
