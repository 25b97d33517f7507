import { decryptBytes, encryptBytes } from './aes.ts'
import type { Keyring } from './keyring.ts'
import { type PayloadKind, packPayload, unpackPayload } from './payload.ts'

const PREFIX = 'e1.'

/** Whose message an envelope is, and which: bound to it, so that the server can't pass it off as another. */
export interface MessageAddress {
  participantId: string
  id: string
}

/** What came out of an envelope: its text, or why there is none. */
export type DecryptedMessage =
  | { is: 'text'; text: string }
  | { is: 'plain'; text: string }
  | { is: 'unreadable' }

/** Seals a text in the sender's own key. Gives the envelope. Throws a RangeError above `BODY_MAX` bytes. */
export async function encryptMessage(
  keyring: Keyring,
  address: MessageAddress,
  text: string,
): Promise<string> {
  const key = await keyring.getMessageKey(address.participantId)
  return (
    PREFIX +
    (await encryptBytes(
      key,
      encodeAssociatedData(keyring.roomId, address, 'text'),
      packPayload('text', text),
    ))
  )
}

/**
 * Opens an envelope. Never throws: what is no envelope is `plain`, what doesn't open (another key, another sender,
 * another id, changed on the way, made by a later version) is `unreadable`, and the page shows it as that.
 */
export async function decryptMessage(
  keyring: Keyring,
  address: MessageAddress,
  envelope: string,
): Promise<DecryptedMessage> {
  if (!envelope.startsWith(PREFIX)) return { is: 'plain', text: envelope }
  const key = await keyring.getMessageKey(address.participantId)
  const data = encodeAssociatedData(keyring.roomId, address, 'text')
  const opened = await decryptBytes(key, data, envelope.slice(PREFIX.length))
  const payload = opened && unpackPayload(opened)
  return payload?.kind === 'text' ? { is: 'text', text: payload.body } : { is: 'unreadable' }
}

/**
 * The associated data of an envelope: version, room, sender, message and kind, each on a line of its own. None of them
 * can hold a line break, so no two addresses give the same bytes.
 */
export function encodeAssociatedData(
  roomId: string,
  address: MessageAddress,
  kind: PayloadKind,
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(['e1', roomId, address.participantId, address.id, kind].join('\n'))
}
