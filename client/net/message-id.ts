import { toBase64Url } from '../crypto/base64url.ts'

/** Bytes of a message's id: so many that no participant ever makes the same twice. */
const ID_BYTES = 16

/** Makes the id of a message: 22 characters of base64url. */
export function makeMessageId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(ID_BYTES)))
}
