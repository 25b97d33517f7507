import type { MessageUpdate } from '../../../protocol/message-update.ts'
import type { RoomMessage, RoomState } from '../room-state.ts'

/** What of a message says how new its text is. */
type TextAge = Pick<MessageUpdate, 'edit' | 'deletedAt'>

/**
 * Returns whether a text is newer than another. Edits are counted, and nothing comes after taking back: so it doesn't matter in
 * which order, how often or by which way texts arrive, and an older one that is told again changes nothing.
 */
export function isNewerText(one: TextAge, other: TextAge = {}): boolean {
  if (other.deletedAt !== undefined) return false
  return one.deletedAt !== undefined || (one.edit ?? 0) > (other.edit ?? 0)
}

/** Brings messages that were fetched up to what this page was told meanwhile. In place, before they are decrypted. */
export function renewTexts(messages: readonly RoomMessage[], updates: RoomState['updates']): void {
  for (const message of messages) {
    const update = updates[message.seq]
    if (!update || !isNewerText(update, message)) continue
    const { text, edit, editedAt, epoch, deletedAt, byHost, deletedBy } = update
    Object.assign(message, { text, edit, editedAt, epoch, deletedAt, byHost, deletedBy })
  }
}
