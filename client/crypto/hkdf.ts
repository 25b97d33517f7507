import { fromBase64Url } from './base64url.ts'
import { importKeyMaterial } from './epoch-hkdf.ts'
import type { LinkKey } from './link-key.ts'

/** What a key is derived for. Each purpose has a label of its own, so that no key serves two. */
export type KeyPurpose = `message ${string}` | 'admission' | 'safety-words' | 'tab-storage'

/**
 * Returns the parameters of HKDF-SHA-256 (RFC 5869) for a purpose.
 * @param salt the room id, except for `admission`, where it is empty
 */
export function hkdfParameters(purpose: KeyPurpose, salt: string): HkdfParams {
  const encoder = new TextEncoder()
  const info = encoder.encode(`private-chat e1 ${purpose}`)
  return { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info }
}

/** Imports a link key of version 1, to derive other keys from it and for nothing else. It can't be exported. */
export async function importLinkKey(linkKey: LinkKey): Promise<CryptoKey> {
  const bytes = fromBase64Url(linkKey)
  if (bytes === null) throw new TypeError('a link key is base64url')
  return importKeyMaterial(bytes)
}
