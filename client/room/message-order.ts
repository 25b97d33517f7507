import type { Message } from '../../protocol/message.ts'
import type { RoomMessage, RoomState } from './room-state.ts'

/** What the caller has to do after messages came. */
export interface Report {
  /** Messages above this `seq` are stored and not here: fetch them. Null where nothing is missing. */
  missing: number | null
  /** Ids of this participant's own messages that the room has confirmed: they are no longer pending. */
  delivered: string[]
}

/** Returns the highest `seq` up to which nothing is missing; 0 where there is nothing yet. It is the cursor to resume from. */
export function lastSeq(state: RoomState): number {
  return state.messages.at(-1)?.seq ?? 0
}

/**
 * Puts messages in their order: the next one at the end, one that is known nowhere, and one that came ahead of a hole
 * aside until the hole is filled.
 * @param last the highest `seq` the room is known to have
 */
export function addMessages(latest: RoomState, messages: readonly Message[], last: number): Report {
  for (const message of messages) {
    const next = lastSeq(latest) + 1
    if (message.seq === next) latest.messages.push(message)
    else if (message.seq > next) keepAhead(latest, message)
    appendAhead(latest)
  }
  return reportAfter(latest, messages, last)
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
 * Adds the newest messages, of which the page may have some already. A welcome may come without any: what the room has is
 * fetched then.
 * @param last the highest `seq` the room is known to have
 */
export function addNewest(latest: RoomState, messages: Message[], last: number): Report {
  if (latest.messages.length > 0) return addMessages(latest, messages, last)
  latest.messages = messages
  latest.complete = messages[0] ? messages[0].seq === 1 : last === 0
  appendAhead(latest)
  return reportAfter(latest, messages, last)
}

/** Returns a message that is here, also where it waits for those before it. */
export function findMessage({ messages, ahead }: RoomState, seq: number): RoomMessage | undefined {
  return messages[seq - (messages[0]?.seq ?? 0)] ?? ahead.find((message) => message.seq === seq)
}

/** Puts a message in the place of the one with the same `seq`, where that is here. */
export function replaceMessage(latest: RoomState, message: RoomMessage): void {
  const isOther = ({ seq }: RoomMessage) => seq !== message.seq
  const replaceIn = (messages: RoomMessage[]) =>
    messages.every(isOther) ? messages : messages.map((one) => (isOther(one) ? one : message))
  latest.messages = replaceIn(latest.messages)
  latest.ahead = replaceIn(latest.ahead)
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

function reportAfter(latest: RoomState, messages: readonly Message[], last: number): Report {
  const have = lastSeq(latest)
  return {
    missing: last > have || latest.ahead.length > 0 ? have : null,
    delivered: settlePending(latest, messages),
  }
}

/** Only the room's broadcast of a message ends its waiting, wherever in the order it stands. */
function settlePending(latest: RoomState, messages: readonly Message[]): string[] {
  const mine = latest.me?.participantId
  const delivered = messages.filter(({ participantId }) => participantId === mine).map(({ id }) => id)
  if (latest.pending.some(({ id }) => delivered.includes(id))) {
    latest.pending = latest.pending.filter(({ id }) => !delivered.includes(id))
  }
  return delivered
}
