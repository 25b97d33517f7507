import { fromBase64Url, toBase64Url } from './base64url.ts'

const NONCE_BYTES = 12

/** AES-256-GCM under a fresh 96-bit nonce: the base64url of nonce, ciphertext and tag. */
export async function encryptBytes(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  plain: Uint8Array<ArrayBuffer>,
): Promise<string> {
  // A random nonce may repeat after some 2^32 messages under one key; a sender says ten a second for a day at most.
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  const whole = new Uint8Array(NONCE_BYTES + sealed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(sealed), NONCE_BYTES)
  return toBase64Url(whole)
}

/** What `encrypt` was given; null where the key, the data or a single bit is another. */
export async function decryptBytes(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  sealed: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = fromBase64Url(sealed)
  if (bytes === null || bytes.byteLength <= NONCE_BYTES) return null
  const iv = bytes.subarray(0, NONCE_BYTES)
  try {
    const rest = bytes.subarray(NONCE_BYTES)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, rest))
  } catch {
    return null
  }
}
