import { PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { Participant } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { noticeRename, noticeRetention } from './notice-log.ts'
import type { RoomState } from './room-state.ts'

/**
 * Milliseconds after which somebody is no longer said to be typing. They say so every 2 s: one event may be lost.
 */
export const TYPING_FOR = 4_000

/** What a page knows before it is in. */
export function emptyRoom(): RoomState {
  return {
    room: null,
    me: null,
    participants: [],
    present: 0,
    roles: {},
    messages: [],
    ahead: [],
    notices: [],
    complete: false,
    typing: {},
    pending: [],
  }
}

/** The highest `seq` up to which nothing is missing; 0 where there is nothing yet. It is the cursor to resume from. */
export function lastSeq(state: RoomState): number {
  return state.messages.at(-1)?.seq ?? 0
}

/** What the caller has to see to after an event. */
export interface Report {
  /** Messages above this `seq` are stored and not here: ask for them. Null where nothing is missing. */
  missing: number | null
  /** Ids of this participant's own messages that the room has told of: they are no longer pending. */
  delivered: string[]
}

/**
 * Applies one event of the room to `draft`. Only the fields that the event is about change, each to a new value, so
 * that comparing tells which; but the lists of messages grow in place, so that one more costs the same in a room of ten
 * and of ten thousand.
 * @param now milliseconds of a clock that only rises, whatever this device's is set to; the typing signs count by it
 */
export function applyEvent(draft: RoomState, { event, data }: RoomEvent, now: number): Report {
  switch (event) {
    case 'room.welcome': {
      const { room, participants, messages, participantId, alias, role } = data
      const known = draft.participants
      draft.me = { participantId, alias, role }
      draft.participants = participants
      draft.typing = {}
      recordRoles(draft, [draft.me, ...participants])
      const before = draft.room
      applyRoom(draft, room)
      const report = addNewest(draft, messages, data.lastSeq)
      // What changed while the line was cut is told when it is back.
      noticeRetention(draft, before, room)
      for (const one of participants) noticeRename(draft, find(known, one), one)
      return report
    }
    case 'chat.message': {
      stopTyping(draft, data.participantId)
      extendSliding(draft, data)
      return addMessages(draft, [data], data.seq)
    }
    case 'chat.typing': {
      if (data.participantId !== draft.me?.participantId) {
        draft.typing = { ...draft.typing, [data.participantId]: now + TYPING_FOR }
      }
      break
    }
    case 'presence.join':
    case 'presence.update': {
      const { present, ...participant } = data
      const known = find(draft.participants, participant)
      const place = known ? draft.participants.indexOf(known) : -1
      if (place >= 0) draft.participants = draft.participants.with(place, participant)
      else if (event === 'presence.join' && draft.participants.length < PRESENCE_LISTED_MAX) {
        draft.participants = [...draft.participants, participant]
      }
      if (draft.me?.participantId === participant.participantId) draft.me = participant
      draft.present = present
      recordRoles(draft, [participant])
      noticeRename(draft, known, participant)
      break
    }
    case 'presence.leave': {
      draft.participants = draft.participants.filter((one) => one.participantId !== data.participantId)
      stopTyping(draft, data.participantId)
      draft.present = data.present
      break
    }
    case 'presence.count': {
      draft.present = data.present
      if (data.participants) {
        draft.participants = data.participants
        recordRoles(draft, data.participants)
      }
      break
    }
    case 'room.update': {
      noticeRetention(draft, draft.room, data)
      applyRoom(draft, data)
      break
    }
    // Not the state's business: the end belongs to the stage, an error to the outbox.
    case 'chat.destroy':
    case 'error':
      break
  }
  return { missing: null, delivered: [] }
}

/**
 * Puts messages where they belong: the next in line at the end, what is known already nowhere, and what came ahead of
 * a hole aside until the hole is filled.
 * @param last the highest `seq` the room is known to have
 */
export function addMessages(draft: RoomState, messages: readonly Message[], last: number): Report {
  for (const message of messages) {
    const next = lastSeq(draft) + 1
    if (message.seq === next) draft.messages.push(message)
    else if (message.seq > next) keepAhead(draft, message)
    appendAhead(draft)
  }
  return { missing: missing(draft, last), delivered: settlePending(draft, messages) }
}

/** Puts a page of older history, ascending, before what is here. A page that doesn't reach up to it is ignored. */
export function prependPage(draft: RoomState, page: readonly Message[]): void {
  const first = draft.messages[0]?.seq ?? 1
  const older = page.filter(({ seq }) => seq < first)
  if (older.length > 0 && older.at(-1)?.seq !== first - 1) return
  if (older.length > 0) draft.messages = [...older, ...draft.messages]
  // Nothing older than the first is stored, also where the room's history begins later than at 1.
  draft.complete = older.length === 0 || older[0]?.seq === 1
}

/**
 * Takes the newest messages, of which the page may have some already. A welcome may come without any: what the room has is
 * asked for then.
 * @param last the highest `seq` the room is known to have
 */
export function addNewest(draft: RoomState, messages: Message[], last: number): Report {
  if (draft.messages.length > 0) return addMessages(draft, messages, last)
  draft.messages = messages
  draft.complete = messages[0] ? messages[0].seq === 1 : last === 0
  appendAhead(draft)
  return { missing: missing(draft, last), delivered: settlePending(draft, messages) }
}

/** Keeps what is known of roles: messages carry none, and who left is not forgotten. */
export function recordRoles(draft: RoomState, people: readonly Participant[]): void {
  const told = people.filter(
    ({ participantId, role }) => (draft.roles[participantId] ?? 'participant') !== role,
  )
  if (told.length === 0) return
  const roles = Object.fromEntries(told.map(({ participantId, role }) => [participantId, role]))
  draft.roles = { ...draft.roles, ...roles }
}

function find(people: readonly Participant[], { participantId }: Participant): Participant | undefined {
  return people.find((one) => one.participantId === participantId)
}

/** Takes away the typing signs that are over. */
export function expireTyping(draft: RoomState, now: number): void {
  const typing = Object.entries(draft.typing).filter(([, until]) => until > now)
  if (typing.length < Object.keys(draft.typing).length) draft.typing = Object.fromEntries(typing)
}

/** Takes what is known of the room. */
export function applyRoom(draft: RoomState, room: Room): void {
  draft.room = room
  draft.present = room.present
}

function stopTyping(draft: RoomState, participantId: string) {
  if (!(participantId in draft.typing)) return
  const { [participantId]: _, ...others } = draft.typing
  draft.typing = others
}

/** In a sliding room each message sets the time left back to the lifetime; the room tells of it only now and then. */
function extendSliding(draft: RoomState, { timestamp }: Message) {
  const { room } = draft
  const expiresAt = timestamp + (room?.lifetime ?? 0) * 1_000
  if (room?.expiry === 'sliding' && expiresAt > room.expiresAt) draft.room = { ...room, expiresAt }
}

function keepAhead({ ahead }: RoomState, message: Message) {
  // What comes ahead mostly comes in order: the place is at or near the end.
  let place = ahead.length
  while (place > 0 && (ahead[place - 1]?.seq ?? 0) > message.seq) place--
  if (ahead[place - 1]?.seq !== message.seq) ahead.splice(place, 0, message)
}

function appendAhead(draft: RoomState) {
  const next = draft.ahead[0]?.seq
  if (next === undefined || next > lastSeq(draft) + 1) return
  const held = draft.ahead
  draft.ahead = []
  for (const message of held) {
    if (message.seq === lastSeq(draft) + 1) draft.messages.push(message)
    else if (message.seq > lastSeq(draft)) draft.ahead.push(message)
  }
}

function missing(draft: RoomState, last: number): number | null {
  const have = lastSeq(draft)
  return last > have || draft.ahead.length > 0 ? have : null
}

/** The room's word is what ends the waiting of a message, wherever in the order it stands. */
function settlePending(draft: RoomState, messages: readonly Message[]): string[] {
  const mine = draft.me?.participantId
  const told = messages.filter(({ participantId }) => participantId === mine).map(({ id }) => id)
  if (draft.pending.some(({ id }) => told.includes(id))) {
    draft.pending = draft.pending.filter(({ id }) => !told.includes(id))
  }
  return told
}
