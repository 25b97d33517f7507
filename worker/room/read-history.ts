import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { HistoryQuery, Message } from '../../protocol/message.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import type { StoredMessage } from './post-message.ts'
import type { MessageStore } from './storage/message-store.ts'

/** A page of history; `lastSeq` is the newest message of the room. */
export interface History {
  messages: Message[]
  lastSeq: number
}

/** Somebody who reads, and when. */
export interface Reader {
  /** How much the participant has read of late, or the facilitator who reads without a seat; null where nothing was read yet. */
  rates: { history: TokenBucket | null }
  now: number
  /** False for load tests: then nobody waits. */
  isRateLimited: boolean
}

/** What is read. */
export interface HistorySource {
  store: MessageStore
  roomId: string
  lastSeq: number
}

/** Reads a page of history for somebody who may read it, and has not read too much of late. */
export function readHistory(
  { store, roomId, lastSeq }: HistorySource,
  query: HistoryQuery,
  reader: Reader,
): Result<History> {
  return readWithinRate(reader, () => {
    const { limit = HISTORY.default, ...range } = query
    const page = store.readHistory(roomId, { ...range, limit, characters: HISTORY.characters })
    const characters = page.reduce((sum, { json }) => sum + json.length, 0)
    return { value: { messages: page.map(({ message }) => message), lastSeq }, characters }
  })
}

/** Answers with a message that was stored before, which so is read again. */
export function readStoredMessage(stored: StoredMessage, reader: Reader): Result<StoredMessage> {
  return readWithinRate(reader, () => ({
    value: stored,
    characters: JSON.stringify(stored.message).length,
  }))
}

/**
 * A participant may read so many characters a second. One who has read more waits until that page is paid for.
 * @param read returns what is read, and the characters of its JSON
 */
function readWithinRate<T>(
  { rates, now, isRateLimited }: Reader,
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
