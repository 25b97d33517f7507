import { HISTORY } from '../../../protocol/limits.ts'
import { waitOf } from '../../net/http.ts'
import { HISTORY_RETRY_DELAY } from '../history.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'

interface ReadOptions {
  /** The `seq` before which messages are read. */
  before: number
  /** Takes a page of them, ascending by `seq`; each is older than the one before. */
  onPage(messages: readonly RoomMessage[]): void
  /** No page came, and it is tried again. */
  onFailure(): void
  isStopped(): boolean
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>
}

/**
 * Reads all that was said before a message, page by page up to the first. Waits for as long as the room asks, and tries
 * again what did not come.
 */
export async function readOlder(room: Pick<RoomModel, 'fetchPage'>, options: ReadOptions): Promise<void> {
  let { before } = options
  while (before > 1 && !options.isStopped()) {
    const { value, refusal } = await room.fetchPage({ before, limit: HISTORY.max })
    if (options.isStopped()) return
    if (value) {
      const first = value.messages[0]?.seq
      // Nothing older is stored, or may be read; whoever says otherwise with the same page would have it read for ever.
      if (first === undefined || first >= before) return
      before = first
      options.onPage(value.messages)
    } else {
      if (refusal.code !== 'slow-down') options.onFailure()
      await options.wait(Math.max(HISTORY_RETRY_DELAY, waitOf(refusal)))
    }
  }
}
