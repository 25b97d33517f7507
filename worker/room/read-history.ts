import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { HistoryQuery, Message } from '../../protocol/message.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import type { StoredMessage } from './post-message.ts'
import type { MessageStore } from './storage/message-store.ts'

/** A page of history; `lastSeq` is the newest message of the room. */
export interface History {
  messages: Message[]
  lastSeq: number
}

/** Who reads, and when. */
interface Reader {
  /**
   * Counts what the reader, a participant or a facilitator without a seat, has read lately; null where that is nothing.
   */
  rates: { history: TokenBucket | null }
  /** The newest message that the reader may not read; 0 where they may read all. */
  fromSeq: number
  now: number
  /** False for load tests: then nobody waits. */
  isRateLimited: boolean
}

/** Where messages are read. */
interface HistorySource {
  store: MessageStore
  roomId: RoomId
  lastSeq: number
}

/** Returns a page of history to somebody who may read it, and has not read too much lately. */
export function readHistory(
  { store, roomId, lastSeq }: HistorySource,
  query: HistoryQuery,
  reader: Reader,
): Result<History> {
  return readWithinRate(reader, () => {
    const { limit = HISTORY.default, ...range } = query
    const { fromSeq } = reader
    const page = store.readHistory(roomId, { ...range, fromSeq, limit, characters: HISTORY.characters })
    const characters = page.reduce((sum, { json }) => sum + json.length, 0)
    return { value: { messages: page.map(({ message }) => message), lastSeq }, characters }
  })
}

/** Returns a message that was stored before to its sender. That counts as reading it. */
export function readStoredMessage(
  stored: StoredMessage,
  reader: Omit<Reader, 'fromSeq'>,
): Result<StoredMessage> {
  return readWithinRate(reader, () => ({
    value: stored,
    characters: JSON.stringify(stored.message).length,
  }))
}

/**
 * Reads, where the reader's rate limit allows it. A page is read whatever its size, but the next one has to wait until the
 * limit has made up for it.
 * @param read returns what is read, and the characters of its JSON
 */
function readWithinRate<T>(
  { rates, now, isRateLimited }: Omit<Reader, 'fromSeq'>,
  read: () => { value: T; characters: number },
): Result<T> {
  rates.history ??= new TokenBucket(HISTORY_RATE, now)
  if (isRateLimited) {
    const checked = checkWait(rates.history.getWait(now))
    if (!checked.ok) return checked
  }
  const { value, characters } = read()
  rates.history.spendTokens(now, characters)
  return ok(value)
}
