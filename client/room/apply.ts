import { PRESENCE_LISTED_MAX } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { Participant } from '../../protocol/participant.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomEvent } from '../../protocol/room-events.ts'
import { noticeRename, noticeRetention } from './notice-log.ts'
import type { RoomState } from './room-state.ts'

/**
 * Milliseconds after which somebody no longer counts as typing. Their page sends an event every 2 s: one event may be lost.
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
  /** Ids of this participant's own messages that the room has confirmed: they are no longer pending. */
  delivered: string[]
}

/**
 * Applies one event of the room to `latest`. Only the fields that the event is about change, each to a new value, so
 * that comparing tells which; but the lists of messages grow in place, so that one more costs the same in a room of ten
 * and of ten thousand.
 * @param now milliseconds of a clock that only rises, whatever this device's is set to; the typing signs count by it
 */
export function applyEvent(latest: RoomState, { event, data }: RoomEvent, now: number): Report {
  switch (event) {
    case 'room.welcome': {
      const { room, participants, messages, participantId, alias, role } = data
      const known = latest.participants
      latest.me = { participantId, alias, role }
      latest.participants = participants
      latest.typing = {}
      recordRoles(latest, [latest.me, ...participants])
      const before = latest.room
      applyRoom(latest, room)
      const report = addNewest(latest, messages, data.lastSeq)
      // What changed while the connection was lost shows when it is back.
      noticeRetention(latest, before, room)
      for (const one of participants) noticeRename(latest, find(known, one), one)
      return report
    }
    case 'chat.message': {
      stopTyping(latest, data.participantId)
      extendSliding(latest, data)
      return addMessages(latest, [data], data.seq)
    }
    case 'chat.typing': {
      if (data.participantId !== latest.me?.participantId) {
        latest.typing = { ...latest.typing, [data.participantId]: now + TYPING_FOR }
      }
      break
    }
    case 'presence.join':
    case 'presence.update': {
      const { present, ...participant } = data
      const known = find(latest.participants, participant)
      const place = known ? latest.participants.indexOf(known) : -1
      if (place >= 0) latest.participants = latest.participants.with(place, participant)
      else if (event === 'presence.join' && latest.participants.length < PRESENCE_LISTED_MAX) {
        latest.participants = [...latest.participants, participant]
      }
      if (latest.me?.participantId === participant.participantId) latest.me = participant
      latest.present = present
      recordRoles(latest, [participant])
      noticeRename(latest, known, participant)
      break
    }
    case 'presence.leave': {
      latest.participants = latest.participants.filter((one) => one.participantId !== data.participantId)
      stopTyping(latest, data.participantId)
      latest.present = data.present
      break
    }
    case 'presence.count': {
      latest.present = data.present
      if (data.participants) {
        latest.participants = data.participants
        recordRoles(latest, data.participants)
      }
      break
    }
    case 'room.update': {
      noticeRetention(latest, latest.room, data)
      applyRoom(latest, data)
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
export function addMessages(latest: RoomState, messages: readonly Message[], last: number): Report {
  for (const message of messages) {
    const next = lastSeq(latest) + 1
    if (message.seq === next) latest.messages.push(message)
    else if (message.seq > next) keepAhead(latest, message)
    appendAhead(latest)
  }
  return { missing: missing(latest, last), delivered: settlePending(latest, messages) }
}

/** Puts a page of older history, ascending, before what is here. A page that doesn't reach up to it is ignored. */
export function prependPage(latest: RoomState, page: readonly Message[]): void {
  const first = latest.messages[0]?.seq ?? 1
  const older = page.filter(({ seq }) => seq < first)
  if (older.length > 0 && older.at(-1)?.seq !== first - 1) return
  if (older.length > 0) latest.messages = [...older, ...latest.messages]
  // Nothing older than the first is stored, also where the room's history begins later than at 1.
  latest.complete = older.length === 0 || older[0]?.seq === 1
}

/**
 * Takes the newest messages, of which the page may have some already. A welcome may come without any: what the room has is
 * asked for then.
 * @param last the highest `seq` the room is known to have
 */
export function addNewest(latest: RoomState, messages: Message[], last: number): Report {
  if (latest.messages.length > 0) return addMessages(latest, messages, last)
  latest.messages = messages
  latest.complete = messages[0] ? messages[0].seq === 1 : last === 0
  appendAhead(latest)
  return { missing: missing(latest, last), delivered: settlePending(latest, messages) }
}

/** Keeps what is known of roles: messages carry none, and who left is not forgotten. */
export function recordRoles(latest: RoomState, people: readonly Participant[]): void {
  const known = people.filter(
    ({ participantId, role }) => (latest.roles[participantId] ?? 'participant') !== role,
  )
  if (known.length === 0) return
  const roles = Object.fromEntries(known.map(({ participantId, role }) => [participantId, role]))
  latest.roles = { ...latest.roles, ...roles }
}

function find(people: readonly Participant[], { participantId }: Participant): Participant | undefined {
  return people.find((one) => one.participantId === participantId)
}

/** Takes away the typing signs that are over. */
export function expireTyping(latest: RoomState, now: number): void {
  const typing = Object.entries(latest.typing).filter(([, until]) => until > now)
  if (typing.length < Object.keys(latest.typing).length) latest.typing = Object.fromEntries(typing)
}

/** Takes what is known of the room. */
export function applyRoom(latest: RoomState, room: Room): void {
  latest.room = room
  latest.present = room.present
}

function stopTyping(latest: RoomState, participantId: string) {
  if (!(participantId in latest.typing)) return
  const { [participantId]: _, ...others } = latest.typing
  latest.typing = others
}

/** In a sliding room each message sets the time left back to the lifetime; the room tells of it only now and then. */
function extendSliding(latest: RoomState, { timestamp }: Message) {
  const { room } = latest
  const expiresAt = timestamp + (room?.lifetime ?? 0) * 1_000
  if (room?.expiry === 'sliding' && expiresAt > room.expiresAt) latest.room = { ...room, expiresAt }
}

function keepAhead({ ahead }: RoomState, message: Message) {
  // What comes ahead mostly comes in order: the place is at or near the end.
  let place = ahead.length
  while (place > 0 && (ahead[place - 1]?.seq ?? 0) > message.seq) place--
  if (ahead[place - 1]?.seq !== message.seq) ahead.splice(place, 0, message)
}

function appendAhead(latest: RoomState) {
  const next = latest.ahead[0]?.seq
  if (next === undefined || next > lastSeq(latest) + 1) return
  const held = latest.ahead
  latest.ahead = []
  for (const message of held) {
    if (message.seq === lastSeq(latest) + 1) latest.messages.push(message)
    else if (message.seq > lastSeq(latest)) latest.ahead.push(message)
  }
}

function missing(latest: RoomState, last: number): number | null {
  const have = lastSeq(latest)
  return last > have || latest.ahead.length > 0 ? have : null
}

/** The room's word is what ends the waiting of a message, wherever in the order it stands. */
function settlePending(latest: RoomState, messages: readonly Message[]): string[] {
  const mine = latest.me?.participantId
  const delivered = messages.filter(({ participantId }) => participantId === mine).map(({ id }) => id)
  if (latest.pending.some(({ id }) => delivered.includes(id))) {
    latest.pending = latest.pending.filter(({ id }) => !delivered.includes(id))
  }
  return delivered
}
