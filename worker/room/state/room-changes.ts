import { CHANGES_TOLD_EVERY, PRESENCE_LISTED_MAX } from '../../../protocol/limits.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import type { MessageChange } from '../../../protocol/reactions.ts'
import type { RoomEvent } from '../../../protocol/room-events.ts'
import type { EventQueue } from '../../broadcast/event-queue.ts'
import type { MessageStore } from '../storage/message-store.ts'
import type { ReactionStore } from '../storage/reaction-store.ts'
import type { MessageTally, Tallies } from './tallies.ts'

/** What the changes of a room depend on. */
interface RoomChangesOptions {
  store: ReactionStore
  messageStore: Pick<MessageStore, 'readTexts'>
  tallies: Tallies
  /** Lists who may read a message; null where everybody may. */
  listReaders: (seq: number) => ParticipantId[] | null
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
  /** The messages whose tally is to be told. */
  readonly #untold = new Set<number>()
  /** The messages whose text is to be told. */
  readonly #untoldTexts = new Set<number>()
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
   * Stores that the reactions to a message change, unless a change of it is still to be told. Called before what has changed is
   * stored.
   * @param isClosed whether the message takes no more reactions from now on
   */
  recordChange(tally: MessageTally, isClosed = tally.isClosed): void {
    this.#storeChange(tally, isClosed, false)
    this.#untold.add(tally.seq)
  }

  /**
   * Stores that the text of a message changes, in the same way.
   * @param isClosed whether the message takes no more reactions from now on
   */
  recordTextChange(tally: MessageTally, isClosed = tally.isClosed): void {
    this.#storeChange(tally, isClosed, true)
    this.#untoldTexts.add(tally.seq)
  }

  #storeChange(tally: MessageTally, isClosed: boolean, isText: boolean): void {
    const revs = this.#loadedRevs()
    const isNew = tally.rev <= revs.told
    const rev = isNew ? revs.newest + 1 : tally.rev
    const textRev = isText ? rev : tally.textRev
    if (!isNew && isClosed === tally.isClosed && textRev === tally.textRev) return
    this.#options.store.setChange({ seq: tally.seq, rev, toldRev: revs.told, isClosed, textRev })
    revs.newest = Math.max(revs.newest, rev)
    tally.rev = rev
    tally.isClosed = isClosed
    tally.textRev = textRev
  }

  /** Enqueues what is to be told, if the last telling is long enough ago. Otherwise a timer does. */
  enqueueDueChanges(now: number): void {
    const revs = this.#loadedRevs()
    if (this.#untold.size === 0 && this.#untoldTexts.size === 0) return
    // Where the clock was set back, nobody waits for longer than a second.
    const wait = Math.min(CHANGES_TOLD_EVERY, this.#toldAt + CHANGES_TOLD_EVERY - now)
    if (wait > 0) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null
        this.#options.onChangesDue()
      }, wait)
      return
    }
    this.#enqueueChanges()
    revs.told = revs.newest
    this.#toldAt = now
  }

  #enqueueChanges(): void {
    const { tallies, messageStore, listReaders } = this.#options
    const texts = new Map(messageStore.readTexts([...this.#untoldTexts]).map((text) => [text.seq, text]))
    const changed = [...new Set([...this.#untold, ...this.#untoldTexts])]
      .map((seq) => tallies.getTally(seq))
      .sort((one, other) => one.rev - other.rev)
    for (const tally of changed) {
      const readers = listReaders(tally.seq)
      const text = texts.get(tally.seq)
      if (text) this.#enqueueFor(readers, { event: 'chat.update', data: { ...text, rev: tally.rev } })
      if (!this.#untold.has(tally.seq)) continue
      // Votes come every second: a list of thousands each time would slow the room, and a tally has no words.
      const named = readers !== null && readers.length <= PRESENCE_LISTED_MAX ? readers : null
      this.#enqueueFor(named, { event: 'chat.reactions', data: toMessageChange(tally) })
    }
    this.#untold.clear()
    this.#untoldTexts.clear()
  }

  /** Enqueues an event for those who may read its message: with `history: "from-join"` not everybody may. Null is everybody. */
  #enqueueFor(readers: readonly ParticipantId[] | null, event: RoomEvent): void {
    const { events } = this.#options
    if (readers === null) events.enqueueEvent(event)
    else events.enqueueEventFor(readers, event)
  }

  /** Stops the timer: the room has closed or ended. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#untold.clear()
    this.#untoldTexts.clear()
  }

  #loadedRevs(): { newest: number; told: number } {
    if (this.#revs === null) {
      const { store } = this.#options
      const newest = store.readNewestRev()
      this.#revs = { newest, told: newest }
      // Where the room stopped before it told everyone, those at its relays are still connected.
      for (const { seq, textRev } of store.readLastTold()) {
        this.#untold.add(seq)
        if (textRev > 0) this.#untoldTexts.add(seq)
      }
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
