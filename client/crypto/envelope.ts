import { decryptBytes, encryptBytes } from './aes.ts'
import type { Keyring } from './keyring.ts'
import { type PayloadKind, packPayload, unpackPayload } from './payload.ts'

const PREFIX = 'e1.'

/** Which message an envelope holds, and whose: bound to it, so that the server can't pass it off as another. */
interface MessageAddress {
  participantId: string
  id: string
}

/** The text of an envelope, or why there is none. */
type DecryptedMessage =
  | { is: 'text'; text: string }
  /** It was never encrypted. */
  | { is: 'plain'; text: string }
  | { is: 'unreadable' }

/**
 * Encrypts a text with the sender's own key.
 * @returns the envelope
 * @throws RangeError above `PAYLOAD_BODY_MAX` bytes
 */
export async function encryptMessage(
  keyring: Keyring,
  address: MessageAddress,
  text: string,
): Promise<string> {
  const key = await keyring.getMessageKey(address.participantId)
  const data = encodeAssociatedData(keyring.roomId, address, 'text')
  return PREFIX + (await encryptBytes(key, data, packPayload('text', text)))
}

/**
 * Decrypts an envelope. Never throws: a text that is no envelope is `plain`. One that can't be decrypted is `unreadable`:
 * the key, the sender or the id is another, it was changed on the way, or a later version made it.
 */
export async function decryptMessage(
  keyring: Keyring,
  address: MessageAddress,
  envelope: string,
): Promise<DecryptedMessage> {
  if (!envelope.startsWith(PREFIX)) return { is: 'plain', text: envelope }
  const key = await keyring.getMessageKey(address.participantId)
  const data = encodeAssociatedData(keyring.roomId, address, 'text')
  const bytes = await decryptBytes(key, data, envelope.slice(PREFIX.length))
  const payload = bytes && unpackPayload(bytes)
  return payload?.kind === 'text' ? { is: 'text', text: payload.body } : { is: 'unreadable' }
}

/**
 * Returns the associated data of an envelope: version, room, sender, message and kind, each on a line of its own. None of
 * them can hold a line break, so no two addresses have the same bytes.
 */
export function encodeAssociatedData(
  roomId: string,
  address: MessageAddress,
  kind: PayloadKind,
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['e1', roomId, address.participantId, address.id, kind].join('\n'))
}
