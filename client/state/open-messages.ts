import type { Keyring } from '../secrets/keyring.ts'
import { open } from '../secrets/seal.ts'
import type { RoomMessage } from './room-state.ts'

/** Opens messages in place, all of them before it is done. Those that aren't open yet say so. */
export type OpenMessages = (messages: readonly RoomMessage[]) => Promise<void>

/**
 * What every message of a sealed room passes once, on its way in. What doesn't open is marked as that and keeps its
 * place. An envelope is bound to its room, its sender and its id, so moved elsewhere it doesn't open; shown again under
 * the same sender and id it would, so that a second place in the order is noticed here.
 */
export function makeOpenMessages(keyring: Keyring): OpenMessages {
  /** The `seq` that each sender's id was seen at first. */
  const seen = new Map<string, number>()

  async function openOne(message: RoomMessage) {
    const { participantId, id, seq } = message
    const address = `${participantId} ${id}`
    const first = seen.get(address) ?? seq
    seen.set(address, first)
    message.opened = 'opening'
    const opened = await open(keyring, message, message.text)
    const { is } = first === seq ? opened : { is: 'unreadable' as const }
    message.opened = is === 'text' ? undefined : is
    message.text = is === 'unreadable' || opened.is === 'unreadable' ? '' : opened.text
  }

  return async (messages) => {
    await Promise.all(messages.map(openOne))
  }
}
