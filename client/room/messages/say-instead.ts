import { messageActionsTexts } from '#i18n/message-actions.ts'
import { pinnedMessageTexts } from '#i18n/pinned-message.ts'
import type { RoomMessage } from '../room-state.ts'

const t = pinnedMessageTexts

/** Returns what a pinned message says in place of its text, where that is not to be seen; null where it is. */
export function sayInstead(
  message: RoomMessage | null | undefined,
  ignored: readonly string[],
): string | null {
  if (!message) return null
  if (message.deletedAt !== undefined) return t.gone
  if (ignored.includes(message.participantId)) return messageActionsTexts.quote.ignored
  return message.burn === undefined ? null : t.readOnce
}
