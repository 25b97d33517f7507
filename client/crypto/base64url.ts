/** Encodes bytes as base64url without padding, the form that keys and envelopes have in invite links and frames. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Decodes base64url without padding; null where the text is none, or not the only way to write these bytes. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'))
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index)
    // Only the last character can be written in more than one way: it may hold bits that no byte has.
    return text.endsWith(toBase64Url(bytes.subarray(bytes.length - (bytes.length % 3)))) ? bytes : null
  } catch {
    return null
  }
}
