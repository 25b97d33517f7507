import type { Room } from '../../protocol/room.ts'
import type { LogNotice, NamedParticipant, RoomState } from './room-state.ts'

/** Notices that the log holds: somebody who changes something again and again must not fill the page. */
const NOTICES_MAX = 200

/** Participants present up to which everybody who comes, goes or is renamed has a line in the log. Above it hosts and facilitators have one. */
export const NAMED_IN_LOG_MAX = 50

/** Numbers the lines. No number comes twice, also where a line is taken away: a line that takes its place is read out as well. */
let lastId = 0

/** Adds a line to the log that nobody said: it stands after the newest message there is. */
export function addNotice(draft: RoomState, content: LogNotice['content']): void {
  lastId += 1
  const id = lastId
  const afterSeq = draft.messages.at(-1)?.seq ?? 0
  draft.notices = [...draft.notices, { id, afterSeq, content }].slice(-NOTICES_MAX)
}

/** Adds a line where a facilitator's room is kept for another time than it was said to be. */
export function noticeRetention(draft: RoomState, before: Room | null, after: Room): void {
  if (before?.closesAt === undefined || after.closesAt === undefined) return
  const [was = 0, is = 0] = [before.retainFor, after.retainFor]
  if (was === is && (before.closesAt === after.closesAt || (is === 0 && after.encryption === 'e2ee'))) return
  addNotice(draft, { is: 'retention', room: after })
}

/**
 * Adds a line where somebody took another name. Who does so again, with nothing said between, has one line, from the first
 * name to the last; who is back at the first has none. In a large room nothing is added. Nor where a card is opened that
 * was not before, or no longer is: the alias of the room and the name in the card are one person's all the time.
 */
export function noticeRename(
  draft: RoomState,
  before: NamedParticipant | undefined,
  after: NamedParticipant,
): void {
  if (before === undefined || before.alias === after.alias) return
  if (draft.present > NAMED_IN_LOG_MAX && after.role === 'participant') return
  if (before.alias === after.animal || before.animal === after.alias) return
  const { participantId, alias: to } = after
  const afterSeq = draft.messages.at(-1)?.seq ?? 0
  let from = before.alias
  draft.notices = draft.notices.filter((notice) => {
    const { content } = notice
    if (content.is !== 'rename' || content.participantId !== participantId || notice.afterSeq !== afterSeq)
      return true
    from = content.from
    return false
  })
  const mine = participantId === draft.me?.participantId
  if (from !== to) addNotice(draft, { is: 'rename', participantId, from, to, mine })
}
