import type { RoomEvent } from '../../protocol/room-events.ts'
import { NAMED_IN_LOG_MAX, noticeRename, noticeRetention } from './notice-log.ts'
import { noticeMute, noticePresence, noticeRole } from './notice-people.ts'
import { noticeSettings } from './notice-settings.ts'
import type { NamedParticipant, RoomState } from './room-state.ts'

/** What the log compares an event with: the state before it was applied. */
export type StateBefore = Pick<RoomState, 'room' | 'participants' | 'unlisted' | 'roles'>

/**
 * Adds the lines to the log that an event of the room is worth: who came, went, took another name or became host, and what a host
 * has changed. Loaded after the first messages: the first welcome is no news.
 * @param draft the state after the event was applied
 */
export function noticeEvent(draft: RoomState, before: StateBefore, { event, data }: RoomEvent): void {
  switch (event) {
    case 'room.welcome': {
      // What changed while the connection was lost shows when it is back.
      noticeRetention(draft, before.room, data.room)
      noticeSettings(draft, before.room, data.room)
      for (const one of data.participants) noticeRename(draft, find(before.participants, one), one)
      return noticeMissedPresence(draft, before.participants)
    }
    case 'room.update': {
      noticeRetention(draft, before.room, data)
      return noticeSettings(draft, before.room, data)
    }
    case 'presence.join':
    case 'presence.update': {
      const { present: _, by, ...participant } = data
      const known = find(before.participants, participant)
      const heard = known ?? findUnlisted(before, participant, by)
      noticeRename(draft, heard, participant)
      noticeRole(draft, heard, participant, by)
      noticeMute(draft, heard, participant, by)
      if (!known && event === 'presence.join') noticePresence(draft, by ? 'let-in' : 'came', participant, by)
      return
    }
    case 'presence.leave': {
      const { present: _, by, ...participant } = data
      const known = find(before.participants, participant) ?? participant
      return noticePresence(draft, by ? 'removed' : 'left', known, by)
    }
  }
}

/** Adds lines for those who came and went while the connection was lost, where all of them are named. */
function noticeMissedPresence(draft: RoomState, before: readonly NamedParticipant[]): void {
  const { participants, me } = draft
  const isKnown = before.some(({ participantId }) => participantId === me?.participantId)
  if (!isKnown || participants.length > NAMED_IN_LOG_MAX) return
  for (const one of before) if (!find(participants, one)) noticePresence(draft, 'left', one)
  for (const one of participants) if (!find(before, one)) noticePresence(draft, 'came', one)
}

/**
 * Finds what was heard of somebody whom a large room does not list. Of whom nothing was heard before a host changed something
 * about them, they were what most are.
 */
function findUnlisted(
  { unlisted, roles }: StateBefore,
  { participantId, alias }: NamedParticipant,
  by: string | undefined,
): NamedParticipant | undefined {
  const role = roles[participantId] ?? 'participant'
  return unlisted[participantId] ?? (by === undefined ? undefined : { participantId, alias, role })
}

function find(
  people: readonly NamedParticipant[],
  { participantId }: Pick<NamedParticipant, 'participantId'>,
): NamedParticipant | undefined {
  return people.find((one) => one.participantId === participantId)
}
