import { fromBase64Url, toBase64Url } from './base64url.ts'

const NONCE_BYTES = 12

/**
 * Encrypts bytes with AES-256-GCM and a random 96-bit nonce.
 * @param additionalData is not in the result, and must be the same to decrypt it
 * @returns the base64url of nonce, ciphertext and tag
 */
export async function encryptBytes(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<string> {
  // A random nonce may repeat after some 2^32 messages under one key. A sender may send ten a second, for a day at most.
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plaintext)
  const all = new Uint8Array(NONCE_BYTES + ciphertext.byteLength)
  all.set(iv)
  all.set(new Uint8Array(ciphertext), NONCE_BYTES)
  return toBase64Url(all)
}

/** Decrypts what `encryptBytes` returned; null where the key or the data differs, or a single bit has changed. */
export async function decryptBytes(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  encrypted: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromBase64Url(encrypted)
  if (bytes === null || bytes.byteLength <= NONCE_BYTES) return null
  const iv = bytes.subarray(0, NONCE_BYTES)
  try {
    const ciphertext = bytes.subarray(NONCE_BYTES)
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext),
    )
  } catch {
    return null
  }
}
