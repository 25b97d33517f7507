import { toBase64Url } from './base64url.ts'
import { deriveBytes, hkdfParameters, importLinkKey } from './hkdf.ts'

/**
 * The secret that a seat costs, base64url. It proves knowledge of the link and says nothing of the other keys.
 *
 * The one thing that is derived without the room id: what the room stores of it (`admissionOf`) is sent when the room
 * is created, before it has an id. A link's key is made for one room, so the secret is that room's own all the same.
 * @throws TypeError for a key that `isLinkKey` refuses
 */
export async function deriveAdmissionSecret(linkKey: string): Promise<string> {
  return toBase64Url(await deriveBytes(await importLinkKey(linkKey), hkdfParameters('admission', '')))
}

/** What the room stores to recognise that secret: the base64url SHA-256 of it. */
export async function hashAdmissionSecret(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return toBase64Url(new Uint8Array(digest))
}
