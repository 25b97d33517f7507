import type { MessageUpdate } from '../../../protocol/message-update.ts'
import { findMessage, replaceMessage } from '../message-order.ts'
import type { RoomMessage, RoomState } from '../room-state.ts'
import { isNewerText } from './renew-texts.ts'

interface UpdateOptions {
  mutate(run: (latest: RoomState) => void): void
  /** Decrypts messages in place. */
  decrypt(messages: RoomMessage[]): Promise<void>
  isStopped(): boolean
}

/**
 * Takes the texts of messages that were edited or taken back. Each takes the place of the one before once it is decrypted; of a
 * message that is not here it is noted, for a page of history that is on its way. A text that is not newer than what is shown
 * is not taken: an operator could tell an older edit again.
 */
export async function takeUpdates(options: UpdateOptions, updates: readonly MessageUpdate[]): Promise<void> {
  const changed: RoomMessage[] = []
  options.mutate((latest) => {
    const known = { ...latest.updates }
    for (const update of updates) {
      latest.rev = Math.max(latest.rev, update.rev)
      const message = findMessage(latest, update.seq)
      if (!isNewerText(update, known[update.seq]) || (message && !isNewerText(update, message))) continue
      known[update.seq] = update
      if (message) changed.push(changeText(message, update))
    }
    latest.updates = known
  })
  await options.decrypt(changed)
  if (changed.length === 0 || options.isStopped()) return
  options.mutate((latest) => {
    for (const message of changed) {
      const here = findMessage(latest, message.seq)
      // Another may have come meanwhile, and was decrypted sooner.
      if (here && isNewerText(message, here)) replaceMessage(latest, message)
    }
  })
}

/** Returns a message with another text. One that was taken back says nothing any more but whose it was, and when. */
export function changeText(message: RoomMessage, update: MessageUpdate): RoomMessage {
  const { text, edit, editedAt, epoch, deletedAt, byHost, deletedBy } = update
  const { id, seq, roomId, participantId, sender, animal, timestamp } = message
  if (deletedAt !== undefined)
    return {
      id,
      seq,
      roomId,
      participantId,
      sender,
      animal,
      timestamp,
      text: '',
      deletedAt,
      byHost,
      deletedBy,
    }
  // The name is in the envelope: until that is open, the sender is who the room says.
  const named = { sender: animal ?? sender, animal: undefined }
  return { ...message, ...named, text, edit, editedAt, epoch, opened: undefined, claim: undefined }
}
