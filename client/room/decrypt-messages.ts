import { decryptMessage } from '../crypto/envelope.ts'
import type { Keyring } from '../crypto/keyring.ts'
import type { RoomMessage } from './room-state.ts'

/** Messages that are opened at once: the page has a moment for other things before the next ones. */
const SLICE = 8

/** Opens messages in place, all of them before it is done. Those that aren't open yet say so. */
export type DecryptMessages = (messages: readonly RoomMessage[]) => Promise<void>

/**
 * What every message of a sealed room passes once, on its way in. What doesn't open is marked as that and keeps its
 * place. An envelope is bound to its room, its sender and its id, so moved elsewhere it doesn't open; shown again under
 * the same sender and id it would, so that a second place in the order is noticed here.
 */
export function makeDecryptMessages(keyring: Keyring): DecryptMessages {
  /** The `seq` that each sender's id was seen at first. */
  const seen = new Map<string, number>()

  /** Notes where a message stands, before any that comes later; gives whether it stands elsewhere, too. */
  function isRepeated({ participantId, id, seq }: RoomMessage): boolean {
    const address = `${participantId} ${id}`
    const first = seen.get(address) ?? seq
    seen.set(address, first)
    return first !== seq
  }

  async function openOne(message: RoomMessage, repeated: boolean) {
    const opened = await decryptMessage(keyring, message, message.text)
    const { is } = repeated ? { is: 'unreadable' as const } : opened
    message.opened = is === 'text' ? undefined : is
    message.text = is === 'unreadable' || opened.is === 'unreadable' ? '' : opened.text
  }

  return async (messages) => {
    const waiting = messages.map((message) => {
      message.opened = 'opening'
      return { message, repeated: isRepeated(message) }
    })
    for (let at = 0; at < waiting.length; at += SLICE) {
      const slice = waiting.slice(at, at + SLICE)
      await Promise.all(slice.map(({ message, repeated }) => openOne(message, repeated)))
    }
  }
}
