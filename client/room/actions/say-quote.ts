import { messageActionsTexts } from '#i18n/message-actions.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import type { RoomMessage } from '../room-state.ts'

const t = messageActionsTexts.quote

/** Characters of a message that a quote of it has at most: two lines on a wide page. */
const QUOTED_MAX = 200

/**
 * Returns what stands of a message where it is answered, or why nothing of it does.
 * @param message null where it can't be had; undefined as long as it is not here
 */
export function sayQuote(message: RoomMessage | null | undefined, ignored: readonly string[]): string {
  if (message === undefined) return t.loading
  if (message === null) return t.absent
  if (message.deletedAt !== undefined) return message.deletedBy ? t.disappeared : t.takenBack
  if (message.burn !== undefined) return t.readOnce
  if (ignored.includes(message.participantId)) return t.ignored
  if (message.opened === 'unreadable') return t.unreadable
  if (isBlank(message.text)) return message.attached?.[0]?.name ?? (message.files?.length ? t.file : t.blank)
  const line = message.text.slice(0, QUOTED_MAX).replace(/\s+/gu, ' ').trim().toWellFormed()
  return message.text.length > QUOTED_MAX ? `${line}…` : line
}
