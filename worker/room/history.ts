import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { HistoryQuery, Message } from '../../protocol/message.ts'
import type { Answer } from '../../protocol/refusal.ts'
import { Bucket } from '../sockets/bucket.ts'
import type { Live } from './live.ts'
import type { MessageStore } from './message-store.ts'

/**
 * Reads a page of history for somebody who may read. The room reads one page after the other, and lets one participant
 * have so many characters a second: whoever has read more than that waits until a page is paid for.
 * @param who the participant, or the room where its facilitator reads without a seat
 * @param limited false for load tests: then nobody waits
 */
export function readHistory(
  store: MessageStore,
  live: Live,
  who: { history: Bucket | null },
  query: HistoryQuery,
  now: number,
  limited: boolean,
): Answer<{ messages: Message[]; lastSeq: number }> {
  who.history ??= new Bucket(HISTORY_RATE, now)
  const wait = limited ? who.history.wait(now) : 0
  if (wait > 0) return { refusal: { code: 'slow-down', retryAfter: Math.ceil(wait / 1000) } }
  const { limit = HISTORY.default, ...range } = query
  const page = store.history(live.row.roomId, { ...range, limit, characters: HISTORY.characters })
  who.history.spend(
    now,
    page.reduce((sum, { json }) => sum + json.length, 0),
  )
  return { value: { messages: page.map(({ message }) => message), lastSeq: live.lastSeq } }
}
