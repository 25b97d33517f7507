import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { HistoryQuery, Message } from '../../protocol/message.ts'
import type { Answer } from '../../protocol/refusal.ts'
import { Bucket } from '../sockets/bucket.ts'
import type { Live } from './live.ts'
import type { MessageStore } from './message-store.ts'

/** Somebody who reads, and how much of late; null where nothing was read yet. */
interface Reader {
  history: Bucket | null
}

/**
 * Reads a page of history for somebody who may read. The room reads one page after the other, and lets one participant
 * have so many characters a second: whoever has read more than that waits until a page is paid for.
 * @param who the participant, or the room where its facilitator reads without a seat
 * @param limited false for load tests: then nobody waits
 */
export function readHistory(
  store: MessageStore,
  live: Live,
  who: Reader,
  query: HistoryQuery,
  now: number,
  limited: boolean,
): Answer<{ messages: Message[]; lastSeq: number }> {
  return readAtPace(who, now, limited, () => {
    const { limit = HISTORY.default, ...range } = query
    const page = store.history(live.row.roomId, { ...range, limit, characters: HISTORY.characters })
    const characters = page.reduce((sum, { json }) => sum + json.length, 0)
    return { value: { messages: page.map(({ message }) => message), lastSeq: live.lastSeq }, characters }
  })
}

/** Gives somebody a message that is stored already, which so is read again. */
export function readStored<Stored extends { message: Message }>(
  value: Stored,
  who: Reader,
  now: number,
  limited: boolean,
): Answer<Stored> {
  return readAtPace(who, now, limited, () => ({ value, characters: JSON.stringify(value.message).length }))
}

/** Lets somebody read who has not read too much of late. @param read gives what is read, and the characters of its JSON */
function readAtPace<T>(
  who: Reader,
  now: number,
  limited: boolean,
  read: () => { value: T; characters: number },
): Answer<T> {
  who.history ??= new Bucket(HISTORY_RATE, now)
  const wait = limited ? who.history.wait(now) : 0
  if (wait > 0) return { refusal: { code: 'slow-down', retryAfter: Math.ceil(wait / 1000) } }
  const { value, characters } = read()
  who.history.spend(now, characters)
  return { value }
}
