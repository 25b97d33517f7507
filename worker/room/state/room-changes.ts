import { CHANGES_TOLD_EVERY } from '../../../protocol/limits.ts'
import type { MessageChange } from '../../../protocol/reactions.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import type { ReactionStore } from '../storage/reaction-store.ts'
import type { MessageTally, Tallies } from './tallies.ts'

/** What the changes of a room depend on. */
interface RoomChangesOptions {
  store: ReactionStore
  tallies: Tallies
  events: EventQueue
  /** Is called once changes are to be told that had to wait. */
  onChangesDue: () => void
}

/**
 * Numbers the changes of messages, and tells everyone of them: once a second at most, the first at once. A number is stored
 * with the first change after a telling, and the changes until the next telling share it. So a vote writes one row.
 */
export class RoomChanges {
  readonly #options: RoomChangesOptions
  /** The newest number, and the newest that everyone was told; null until storage was asked. */
  #revs: { newest: number; told: number } | null = null
  /** The messages whose change is to be told. */
  readonly #untold = new Set<number>()
  /** Unix milliseconds. */
  #toldAt = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: RoomChangesOptions) {
    this.#options = options
  }

  /** The newest change that everyone was told; 0 where there is none. */
  get toldRev(): number {
    return this.#loadedRevs().told
  }

  /**
   * Stores that a message changes, unless a change of it is still to be told. Called before what has changed is stored.
   * @param isClosed whether the message takes no more reactions from now on
   */
  recordChange(tally: MessageTally, isClosed = tally.isClosed): void {
    const revs = this.#loadedRevs()
    const isNew = tally.rev <= revs.told
    if (isNew || isClosed !== tally.isClosed) {
      const rev = isNew ? revs.newest + 1 : tally.rev
      this.#options.store.setChange({ seq: tally.seq, rev, toldRev: revs.told, isClosed })
      revs.newest = Math.max(revs.newest, rev)
      tally.rev = rev
      tally.isClosed = isClosed
    }
    this.#untold.add(tally.seq)
  }

  /** Enqueues what is to be told, if the last telling is long enough ago. Otherwise a timer does. */
  enqueueDueChanges(now: number): void {
    const revs = this.#loadedRevs()
    if (this.#untold.size === 0) return
    // Where the clock was set back, nobody waits for longer than a second.
    const wait = Math.min(CHANGES_TOLD_EVERY, this.#toldAt + CHANGES_TOLD_EVERY - now)
    if (wait > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null
        this.#options.onChangesDue()
      }, wait)
      return
    }
    const { tallies, events } = this.#options
    const changed = [...this.#untold]
      .map((seq) => tallies.getTally(seq))
      .sort((one, other) => one.rev - other.rev)
    this.#untold.clear()
    for (const tally of changed)
      events.enqueueEvent({ event: 'chat.reactions', data: toMessageChange(tally) })
    revs.told = revs.newest
    this.#toldAt = now
  }

  /** Stops the timer: the room has closed or ended. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#untold.clear()
  }

  #loadedRevs(): { newest: number; told: number } {
    if (this.#revs === null) {
      const { store } = this.#options
      const newest = store.readNewestRev()
      this.#revs = { newest, told: newest }
      // Where the room stopped before it told everyone, those at its relays are still connected.
      for (const { seq } of store.readLastTold()) this.#untold.add(seq)
    }
    return this.#revs
  }
}

/** Returns what everyone may see of a tally. */
export function toMessageChange({ seq, rev, counts, isClosed }: MessageTally): MessageChange {
  const change: MessageChange = { seq, rev, reactions: Object.fromEntries(counts) }
  if (isClosed) change.closed = true
  return change
}
