import type { ShownName } from './look-alikes.ts'
import { addNotice, NAMED_IN_LOG_MAX } from './notice-log.ts'
import type { LogNotice, NamedParticipant, RoomState } from './room-state.ts'

/** How somebody came or went. */
export type PresenceChange = 'came' | 'let-in' | 'left' | 'removed'

type PeopleContent = Extract<LogNotice['content'], { is: PresenceChange }>

/** Returns who somebody is as a line of the log names them. */
export function toShownName({ participantId, alias, animal }: NamedParticipant): ShownName {
  return { participantId, name: alias, animal }
}

/**
 * Returns somebody as they are called now, where a line has the alias of the room because their card was not open yet: who is let in
 * hears of people before the keys. Otherwise as the line has them.
 */
export function findOpenedName(shown: ShownName, participants: readonly NamedParticipant[]): ShownName {
  const known = participants.find(({ participantId }) => participantId === shown.participantId)
  return known !== undefined && known.animal === shown.name ? toShownName(known) : shown
}

/**
 * Adds a line that says that somebody came or went, or adds them to the line of those who did so before them, with nothing said
 * between. Who left and comes back, with nothing said between, has no line.
 * @param byId the host who let them in or removed them
 */
export function noticePresence(
  draft: RoomState,
  is: PresenceChange,
  person: NamedParticipant,
  byId?: string,
): void {
  if (draft.present > NAMED_IN_LOG_MAX && person.role === 'participant') return
  const shown = toShownName(person)
  const isComing = is === 'came' || is === 'let-in'
  if (isComing && forget(draft, 'left', shown)) return
  const line = findLine(draft, (content) => content.is === is && content.by?.participantId === byId)
  if (line?.content.people.some(({ participantId }) => participantId === shown.participantId)) return
  const by = byId === undefined ? undefined : findName(draft, byId)
  const content: PeopleContent = { is, people: [...(line?.content.people ?? []), shown], by }
  if (line) draft.notices = draft.notices.map((notice) => (notice === line ? { ...notice, content } : notice))
  else addNotice(draft, content)
}

/** Adds a line that says that somebody became host, or is host no more. */
export function noticeRole(
  draft: RoomState,
  before: NamedParticipant | undefined,
  after: NamedParticipant,
  byId?: string,
): void {
  if (before === undefined || before.role === after.role) return
  if (before.role === 'facilitator' || after.role === 'facilitator') return
  const by = byId === undefined || byId === after.participantId ? undefined : findName(draft, byId)
  addNotice(draft, { is: 'role', person: toShownName(after), isHost: after.role === 'host', by })
}

/**
 * Adds a line that says that somebody was muted, or may speak again. In a large room hosts and who it is about have one.
 * Who becomes host is muted no more, which the line about the role says.
 */
export function noticeMute(
  draft: RoomState,
  before: NamedParticipant | undefined,
  after: NamedParticipant,
  byId?: string,
): void {
  const { me, present } = draft
  if (byId === undefined || before === undefined) return
  if (before.muted === after.muted || before.role !== after.role) return
  const isNamed = present <= NAMED_IN_LOG_MAX || me?.role !== 'participant'
  if (!isNamed && after.participantId !== me?.participantId) return
  addNotice(draft, { is: 'mute', person: toShownName(after), until: after.muted, by: findName(draft, byId) })
}

/** Takes somebody out of the line of those who left, and the line away where nobody else is in it. @returns whether they were in it */
function forget(draft: RoomState, is: PresenceChange, { participantId }: ShownName): boolean {
  const isThem = (one: ShownName) => one.participantId === participantId
  const line = findLine(draft, (content) => content.is === is && content.people.some(isThem))
  if (line === undefined) return false
  const people = line.content.people.filter((one) => !isThem(one))
  draft.notices = draft.notices.flatMap((notice) => {
    if (notice !== line) return [notice]
    return people.length === 0 ? [] : [{ ...notice, content: { ...line.content, people } }]
  })
  return true
}

/** Finds a line about people that stands after the newest message. */
function findLine({ notices, messages }: RoomState, matches: (content: PeopleContent) => boolean) {
  const afterSeq = messages.at(-1)?.seq ?? 0
  return notices.find(
    (notice): notice is LogNotice & { content: PeopleContent } =>
      notice.afterSeq === afterSeq && 'people' in notice.content && matches(notice.content as PeopleContent),
  )
}

function findName({ participants, unlisted }: RoomState, participantId: string): ShownName {
  const found = participants.find((one) => one.participantId === participantId) ?? unlisted[participantId]
  return found ? toShownName(found) : { participantId, name: participantId }
}
