import { fromBase64Url, toBase64Url } from './base64url.ts'

const NONCE_BYTES = 12

/**
 * Encrypts bytes with AES-256-GCM and a random 96-bit nonce.
 * @param additionalData is not in the result, and must be the same to decrypt it
 * @returns nonce, ciphertext and tag: 28 bytes more
 */
export async function encryptOctets(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  // A random nonce may repeat after some 2^32 messages under one key. A sender may send ten a second, for a day at most.
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plaintext)
  const all = new Uint8Array(NONCE_BYTES + ciphertext.byteLength)
  all.set(iv)
  all.set(new Uint8Array(ciphertext), NONCE_BYTES)
  return all
}

/** Decrypts what `encryptOctets` returned; null where the key or the data differs, or a single bit has changed. */
export async function decryptOctets(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  encrypted: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (encrypted.byteLength <= NONCE_BYTES) return null
  const iv = encrypted.subarray(0, NONCE_BYTES)
  try {
    const ciphertext = encrypted.subarray(NONCE_BYTES)
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext),
    )
  } catch {
    return null
  }
}

/** Encrypts as `encryptOctets` does. @returns the base64url of it, which is how texts and keys are stored */
export async function encryptBytes(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<string> {
  return toBase64Url(await encryptOctets(key, additionalData, plaintext))
}

/** Decrypts what `encryptBytes` returned; null where the key or the data differs, or a single bit has changed. */
export async function decryptBytes(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  encrypted: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromBase64Url(encrypted)
  return bytes && decryptOctets(key, additionalData, bytes)
}
