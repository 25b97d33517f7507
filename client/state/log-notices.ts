import type { Room } from '../../protocol/room.ts'
import type { LogNotice, RoomState } from './room-state.ts'

/** Notices that the log holds: somebody who changes something again and again must not fill the page. */
const NOTICES_MAX = 200

/** What a notice tells, without its place in the log. */
export type Told = LogNotice['told']

/** Adds a line to the log that nobody said: it stands after the newest message there is. */
export function addNotice(draft: RoomState, told: Told): void {
  const id = (draft.notices.at(-1)?.id ?? 0) + 1
  const afterSeq = draft.messages.at(-1)?.seq ?? 0
  draft.notices = [...draft.notices, { id, afterSeq, told }].slice(-NOTICES_MAX)
}

/** Adds a line where a facilitator's room is kept for another time than it was said to be. */
export function noticeRetention(draft: RoomState, before: Room | null, after: Room): void {
  if (before?.closesAt === undefined || after.closesAt === undefined) return
  const [was = 0, is = 0] = [before.retainFor, after.retainFor]
  if (was === is && (before.closesAt === after.closesAt || (is === 0 && after.encryption === 'e2ee'))) return
  addNotice(draft, { is: 'retention', room: after })
}
