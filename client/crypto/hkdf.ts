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

/** Derives 32 bytes from a key. */
export async function deriveBytes(base: CryptoKey, parameters: HkdfParams): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 256))
}
