import { type RefusalCode, thenOf } from '../../../protocol/refusal.ts'
import { type Reply, waitOf } from '../../net/http.ts'
import type { Timers } from '../../net/timers.ts'

/** Milliseconds until a change is sent again that did not get through, where nobody says how long to wait. */
const RETRY = 2_000

/** A change that the room has not confirmed yet. */
export type Pending<C> = C & {
  state: 'waiting' | 'failed'
  /** Why the room does not take it. */
  failure?: RefusalCode
}

interface ChangeQueueOptions<C> {
  /** Sends a change, and notes it where the room has stored it. The same change that is sent again is the same object. */
  sendChange(change: C): Promise<Reply<unknown>>
  /** Whether a change takes the place of one that is here. */
  isReplaced(other: Pending<C>, change: C): boolean
  /** Called at every change; those that wait are never changed in place. */
  onChange(changes: readonly Pending<C>[]): void
  /** Milliseconds until a change is sent: another may take its place. */
  settle: number
  timers: Timers
}

/** Changes that wait until the room has stored them. */
export interface ChangeQueue<C> {
  giveChange(change: C): void
  /** Forgets those that failed and are not to be seen any more. */
  dropChanges(isDropped: (change: Pending<C>) => boolean): void
  /** There may be a network again: tries at once. */
  resumeSending(): void
  /** Stops, and forgets what waits: the room is over. */
  stopSending(): void
}

/**
 * Changes of messages, such as votes and edits, until the room has stored them, or refuses them for good: then they stay, and
 * say so. One is sent at a time.
 */
export function makeChangeQueue<C extends object>(options: ChangeQueueOptions<C>): ChangeQueue<C> {
  const { sendChange, onChange, isReplaced, settle, timers } = options
  let changes: readonly Pending<C>[] = []
  let isSending = false
  let isStopped = false
  let cancelTimer = () => {}

  function setChanges(next: readonly Pending<C>[]) {
    changes = next
    onChange(changes)
  }

  function sendAfter(ms: number) {
    cancelTimer()
    cancelTimer = timers.after(ms, () => void sendNext())
  }

  async function sendNext() {
    const change = changes.find(({ state }) => state === 'waiting')
    if (isSending || isStopped || !change) return
    isSending = true
    const { refusal } = await sendChange(change)
    isSending = false
    if (isStopped) return
    const isRetried = refusal && (refusal.code === 'unreachable' || thenOf(refusal.code) === 'retry')
    if (isRetried) return sendAfter(Math.max(RETRY, waitOf(refusal)))
    const failed = refusal && { ...change, state: 'failed' as const, failure: refusal.code as RefusalCode }
    // Somebody may have changed their mind meanwhile: then it is not in the queue any more.
    setChanges(changes.flatMap((each) => (each === change ? (failed ?? []) : each)))
    sendAfter(0)
  }

  return {
    giveChange(change) {
      if (isStopped) return
      setChanges([
        ...changes.filter((other) => !isReplaced(other, change)),
        { ...change, state: 'waiting' as const },
      ])
      sendAfter(settle)
    },
    dropChanges(isDropped) {
      setChanges(changes.filter((change) => !isDropped(change)))
    },
    resumeSending() {
      if (changes.length > 0) sendAfter(0)
    },
    stopSending() {
      isStopped = true
      cancelTimer()
      setChanges([])
    },
  }
}
