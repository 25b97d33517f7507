import { applyEvent } from '../../client/room/apply.ts'
import { noticeEvent } from '../../client/room/notice-events.ts'
import type { RoomState } from '../../client/room/room-state.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'

/** Applies an event and adds the lines that the log has of it, as a page does. */
export function applyAndNotice(state: RoomState, event: RoomEvent): void {
  const { room, participants, unlisted, roles } = state
  applyEvent(state, event, 0)
  noticeEvent(state, { room, participants, unlisted, roles }, event)
}
