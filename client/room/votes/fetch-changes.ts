import { HISTORY } from '../../../protocol/limits.ts'
import { waitOf } from '../../net/http.ts'
import type { RoomApi } from '../../net/room-api.ts'
import type { Timers } from '../../net/timers.ts'
import { takeUpdates } from '../actions/take-updates.ts'
import { HISTORY_RETRY_DELAY } from '../history.ts'
import type { RoomMessage, RoomState } from '../room-state.ts'
import { takeChanges, toTally } from './take-changes.ts'

/** What asks the room for changes, and what they change. */
export interface ChangesOptions {
  roomId: string
  api: Pick<RoomApi, 'fetchMessages'>
  timers: Timers
  mutate(run: (latest: RoomState) => void): void
  /** Decrypts messages in place. */
  decrypt(messages: RoomMessage[]): Promise<void>
  isStopped(): boolean
}

/**
 * Fetches what has changed about messages, page by page, until nothing is missing.
 * @param since the newest change that this page was told of
 */
export async function fetchChanges(options: ChangesOptions, since: number): Promise<void> {
  let changedSince = since
  let more = true
  while (more && !options.isStopped()) {
    const { value, refusal } = await options.api.fetchMessages(options.roomId, {
      changedSince,
      limit: HISTORY.max,
    })
    if (!value) {
      const ms = Math.max(HISTORY_RETRY_DELAY, waitOf(refusal))
      await new Promise<void>((resolve) => options.timers.after(ms, resolve))
      continue
    }
    const changes = value.messages.map(toTally)
    changedSince = changes.at(-1)?.rev ?? changedSince
    // A page of long messages holds fewer than it may.
    more = changes.length > 0 && changedSince < (value.rev ?? 0)
    if (options.isStopped()) return
    options.mutate((latest) => takeChanges(latest, changes))
    await takeUpdates(
      options,
      value.messages.map((message) => ({ rev: 0, ...message })),
    )
  }
}
