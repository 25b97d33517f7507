import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { HistoryQuery, Message } from '../../protocol/message.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import { TokenBucket } from '../broadcast/token-bucket.ts'
import { refuseForNow } from '../sockets/refuse-for-now.ts'
import type { RoomState } from './state/room-state.ts'
import type { MessageStore } from './storage/message-store.ts'

/** Somebody who reads, and when. */
interface Reading {
  /** The participant, or the room where its facilitator reads without a seat; and how much of late, null where nothing was read yet. */
  who: { history: TokenBucket | null }
  now: number
  /** False for load tests: then nobody waits. */
  limited: boolean
}

/**
 * Reads a page of history for somebody who may read. The room reads one page after the other, and lets one participant
 * have so many characters a second: whoever has read more than that waits until a page is paid for.
 */
export function readHistory(
  store: MessageStore,
  live: RoomState,
  query: HistoryQuery,
  reading: Reading,
): Result<{ messages: Message[]; lastSeq: number }> {
  return readAtPace(reading, () => {
    const { limit = HISTORY.default, ...range } = query
    const page = store.readHistory(live.row.roomId, { ...range, limit, characters: HISTORY.characters })
    const characters = page.reduce((sum, { json }) => sum + json.length, 0)
    return { value: { messages: page.map(({ message }) => message), lastSeq: live.lastSeq }, characters }
  })
}

/** Gives somebody a message that is stored already, which so is read again. */
export function readStored<Stored extends { message: Message }>(
  value: Stored,
  reading: Reading,
): Result<Stored> {
  return readAtPace(reading, () => ({ value, characters: JSON.stringify(value.message).length }))
}

/** Lets somebody read who has not read too much of late. @param read returns what is read, and the characters of its JSON */
function readAtPace<T>(
  { who, now, limited }: Reading,
  read: () => { value: T; characters: number },
): Result<T> {
  who.history ??= new TokenBucket(HISTORY_RATE, now)
  const refusal = limited ? refuseForNow(who.history.getWait(now)) : null
  if (refusal) return refused(refusal)
  const { value, characters } = read()
  who.history.spendTokens(now, characters)
  return ok(value)
}
