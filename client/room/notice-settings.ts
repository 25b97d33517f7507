import type { Room } from '../../protocol/room.ts'
import { addNotice } from './notice-log.ts'
import type { LogNotice, RoomState } from './room-state.ts'

type SettingContent = Extract<LogNotice['content'], { is: 'setting' }>

/** The settings of a room that everybody is told of when they change. */
const TOLD = ['locked', 'door', 'quiet', 'slow', 'pinned', 'files'] as const

/** Adds a line for each setting of the room that a host has changed, and for another end. Of one that changes again, with nothing said between, the newest stays. */
export function noticeSettings(draft: RoomState, before: Room | null, after: Room): void {
  if (before === null) return
  if (before.startedAt === null && after.startedAt !== null)
    addNotice(draft, { is: 'started', endsAt: after.expiresAt })
  if (isEndMoved(before, after))
    addNewest(draft, { is: 'end', endsAt: after.expiresAt }, ({ is }) => is === 'end')
  for (const field of TOLD) {
    if (before[field] === after[field]) continue
    const content = { is: 'setting', field, value: after[field] } as SettingContent
    addNewest(draft, content, (other) => other.is === 'setting' && other.field === field)
  }
}

/** Whether somebody set another end. Each message moves that of a sliding room, and the second participant that of one that waited. */
function isEndMoved(before: Room, after: Room): boolean {
  const isSet = after.expiry === 'fixed' && before.startedAt === after.startedAt
  return isSet && before.expiresAt !== after.expiresAt
}

/** Adds a line in the place of an older one about the same, where nothing was said between. */
function addNewest(
  draft: RoomState,
  content: LogNotice['content'],
  isAboutSame: (content: LogNotice['content']) => boolean,
): void {
  const afterSeq = draft.messages.at(-1)?.seq ?? 0
  draft.notices = draft.notices.filter((one) => one.afterSeq !== afterSeq || !isAboutSame(one.content))
  addNotice(draft, content)
}
