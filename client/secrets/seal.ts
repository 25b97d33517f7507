import { fromBase64Url, toBase64Url } from './base64url.ts'
import type { Keyring } from './keyring.ts'
import { type Kind, pack, unpack } from './payload.ts'

const PREFIX = 'e1.'
const NONCE_BYTES = 12

/** Whose message an envelope is, and which: bound to it, so that the server can't pass it off as another. */
export interface Address {
  participantId: string
  id: string
}

/** What came out of an envelope: its text, or why there is none. */
export type Opened = { is: 'text'; text: string } | { is: 'plain'; text: string } | { is: 'unreadable' }

/** Seals a text: AES-256-GCM with a fresh 96-bit nonce, in the sender's own key. Gives the envelope. */
export async function seal(keyring: Keyring, address: Address, text: string): Promise<string> {
  // A random nonce may repeat after some 2^32 messages of one sender; a room takes ten a second for a day at most.
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const key = await keyring.messageKey(address.participantId)
  const sealed = await crypto.subtle.encrypt(
    parameters(nonce, keyring.roomId, address),
    key,
    pack('text', text),
  )
  const envelope = new Uint8Array(NONCE_BYTES + sealed.byteLength)
  envelope.set(nonce)
  envelope.set(new Uint8Array(sealed), NONCE_BYTES)
  return PREFIX + toBase64Url(envelope)
}

/**
 * Opens an envelope. Never throws: what is no envelope is `plain`, what doesn't open (another key, another sender,
 * another id, changed on the way, made by a later version) is `unreadable`, and the page shows it as that.
 */
export async function open(keyring: Keyring, address: Address, envelope: string): Promise<Opened> {
  if (!envelope.startsWith(PREFIX)) return { is: 'plain', text: envelope }
  const bytes = fromBase64Url(envelope.slice(PREFIX.length))
  if (bytes === null || bytes.byteLength <= NONCE_BYTES) return { is: 'unreadable' }
  const nonce = bytes.subarray(0, NONCE_BYTES)
  try {
    const key = await keyring.messageKey(address.participantId)
    const opened = await crypto.subtle.decrypt(
      parameters(nonce, keyring.roomId, address),
      key,
      bytes.subarray(NONCE_BYTES),
    )
    const payload = unpack(new Uint8Array(opened))
    return payload?.kind === 'text' ? { is: 'text', text: payload.body } : { is: 'unreadable' }
  } catch {
    return { is: 'unreadable' }
  }
}

/**
 * The associated data of an envelope: version, room, sender, message and kind, each on a line of its own. None of them
 * can hold a line break, so no two addresses give the same bytes.
 */
export function associatedData(roomId: string, address: Address, kind: Kind): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['e1', roomId, address.participantId, address.id, kind].join('\n'))
}

function parameters(nonce: Uint8Array<ArrayBuffer>, roomId: string, address: Address): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: associatedData(roomId, address, 'text') }
}
