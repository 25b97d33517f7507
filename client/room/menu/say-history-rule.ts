import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { Room } from '../../../protocol/room.ts'

/** Returns what those inside are told of what newcomers see; null where they see all, and where what is said of the keys says it. */
export function sayHistoryRule(room: Room | null): string | null {
  return room?.history === 'from-join' && room.keys !== 2 ? roomToolsTexts.fromJoin : null
}
