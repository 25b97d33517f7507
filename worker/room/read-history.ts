import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { HistoryQuery, Message } from '../../protocol/message.ts'
import { ok, type Result } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import { checkWait, TokenBucket } from '../broadcast/token-bucket.ts'
import type { StoredMessage } from './post-message.ts'
import type { Burns } from './state/burns.ts'
import type { ChangeReader, ChangesFor } from './state/change-reader.ts'
import type { MessageStore } from './storage/message-store.ts'

/** Changed messages that one statement reads, because a page of large messages ends long before its limit. */
const READ_AT_ONCE = 50

/** A page of history; `lastSeq` is the newest message of the room. */
export interface History {
  messages: Message[]
  lastSeq: number
  /** The newest change that everyone was told; absent where nothing was changed. */
  rev?: number
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
  changeReader: ChangeReader
  burns: Burns
  /** Whose reactions are their own; null for a facilitator without a seat. */
  participant: ChangesFor
  roomId: RoomId
  lastSeq: number
}

/** Returns a page of history to somebody who may read it, and has not read too much lately. */
export function readHistory(source: HistorySource, query: HistoryQuery, reader: Reader): Result<History> {
  return readWithinRate(reader, () => {
    const { lastSeq, changeReader, burns } = source
    const { messages, characters } =
      query.changedSince === undefined
        ? readPage(source, query, reader.fromSeq)
        : readChanged(source, query.changedSince, query)
    const history: History = { messages, lastSeq }
    if (changeReader.toldRev !== undefined) history.rev = changeReader.toldRev
    const own = burns.addOwnTexts(messages, source.participant, HISTORY.characters - characters)
    return { value: history, characters: characters + own }
  })
}

/** Messages, and the characters of their JSON. */
interface Page {
  messages: Message[]
  characters: number
}

function readPage(
  { store, roomId, changeReader, participant }: HistorySource,
  { after, before, limit = HISTORY.default }: HistoryQuery,
  fromSeq: number,
): Page {
  const page = store.readHistory(roomId, { after, before, fromSeq, limit, characters: HISTORY.characters })
  const messages = page.map(({ message }) => message)
  changeReader.addChanges(messages, participant)
  return { messages, characters: page.reduce((sum, { json }) => sum + json.length, 0) }
}

/** Reads the messages that changed above `rev`, the one that changed first at the front. */
function readChanged(
  { store, roomId, changeReader, participant }: HistorySource,
  rev: number,
  { limit = HISTORY.default }: HistoryQuery,
): Page {
  const changes = changeReader.listChangesAbove(rev, limit, participant)
  const page: Page = { messages: [], characters: 0 }
  for (let from = 0; from < changes.length; from += READ_AT_ONCE) {
    const some = changes.slice(from, from + READ_AT_ONCE)
    const seqs = some.map(({ seq }) => seq)
    const bySeq = new Map(store.readMessages(roomId, seqs).map((message) => [message.seq, message]))
    for (const change of some) {
      const message = bySeq.get(change.seq)
      if (message === undefined) continue
      const { length } = JSON.stringify(Object.assign(message, change))
      if (page.messages.length > 0 && page.characters + length > HISTORY.characters) return page
      page.messages.push(message)
      page.characters += length
    }
  }
  return page
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
export function readWithinRate<T>(
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
