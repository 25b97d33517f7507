import type { Room } from '../../protocol/room.ts'
import { addNotice } from './notice-log.ts'
import type { LogNotice, RoomState } from './room-state.ts'

type SettingContent = Extract<LogNotice['content'], { is: 'setting' }>

/** The settings of a room that everybody is told of when they change. */
const TOLD = ['locked', 'door', 'quiet', 'slow', 'pinned'] as const

/** Adds a line for each setting of the room that a host has changed. Of one that changes again, with nothing said between, the newest stays. */
export function noticeSettings(draft: RoomState, before: Room | null, after: Room): void {
  if (before === null) return
  if (before.startedAt === null && after.startedAt !== null)
    addNotice(draft, { is: 'started', endsAt: after.expiresAt })
  const afterSeq = draft.messages.at(-1)?.seq ?? 0
  for (const field of TOLD) {
    if (before[field] === after[field]) continue
    const content = { is: 'setting', field, value: after[field] } as SettingContent
    draft.notices = draft.notices.filter(
      (notice) =>
        notice.afterSeq !== afterSeq || notice.content.is !== 'setting' || notice.content.field !== field,
    )
    addNotice(draft, content)
  }
}
