/** Bytes as base64url without padding, the way secrets travel in links and envelopes. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** The bytes behind base64url; null where it is none, or not the only way to write them. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
    // Only the last letter can be written in more than one way: it may hold bits that no byte has.
    return text.endsWith(toBase64Url(bytes.subarray(bytes.length - (bytes.length % 3)))) ? bytes : null
  } catch {
    return null
  }
}
