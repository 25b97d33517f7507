import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../protocol/room.ts'
import { retentionOf } from './retention.ts'

/** Says who can read what is said in a room, and until when; null where it keeps nothing. Few rooms keep anything. */
export function sayRetention(room: Room): string | null {
  const retention = retentionOf(room)
  return retention && retentionTexts.kept(retention)
}
