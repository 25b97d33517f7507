import { BEHIND_MAX } from '../../protocol/limits.ts'

/** Characters between two marks: how exactly an acknowledged `seq` is turned into characters. */
const MARK_EVERY = 32_768
/** Marks kept: enough to look back further than anyone may be behind. */
const MARKS_KEPT = 1_024

/** Where a connection is in what the room has told. */
export interface Heard {
  /** Characters the room had told when this connection opened, or up to what it acknowledged last. */
  upTo: number
  acknowledges: boolean
  /** Characters told to it alone since it had everything: its welcome, and answers. Bounded by themselves: a welcome is large. */
  alone: number
}

/**
 * Tells a slow reader from a fast one. The platform queues without limit for a socket that doesn't read and doesn't
 * say how much, so the room counts what it told, and connections say what they have.
 */
export class Flow {
  #told = 0
  /** The newest message that was told. */
  #seq = 0
  #marks: { seq: number; told: number; at: number }[] = []
  #due = false

  /** A connection that opens now has heard everything: the welcome brings it up to date. */
  heardAll(): Heard {
    return { upTo: this.#told, acknowledges: false, alone: 0 }
  }

  /** Notes that something of so many `characters` was told at `now`; `seq` is the message's, or 0 where it is none. */
  tell(seq: number, characters: number, now: number): void {
    this.#told += characters
    this.#seq = Math.max(this.#seq, seq)
    const last = this.#marks.at(-1)
    if (last !== undefined && this.#told - last.told < MARK_EVERY) return
    this.#marks.push({ seq: this.#seq, told: this.#told, at: now })
    if (this.#marks.length > MARKS_KEPT) this.#marks.shift()
    this.#due = true
  }

  /** Whether it is time to look for those who fell behind: once for every mark, so that a message alone costs nothing. */
  takeDue(): boolean {
    const due = this.#due
    this.#due = false
    return due
  }

  /** Notes what was told to one connection alone: its welcome, and answers to what it sends. */
  tellOne(heard: Heard, characters: number): void {
    heard.alone += characters
  }

  /**
   * Notes that a connection has every message up to `seq`. It can't take back what it acknowledged before, nor
   * acknowledge what was never said.
   * @param lastSeq the newest message there is
   */
  acknowledge(heard: Heard, seq: number, lastSeq: number): void {
    if (seq > lastSeq) return
    heard.acknowledges = true
    if (seq === lastSeq) {
      heard.upTo = this.#told
      heard.alone = 0
      return
    }
    const mark = this.#marks.findLast((candidate) => candidate.seq <= seq)
    if (mark !== undefined) heard.upTo = Math.max(heard.upTo, mark.told)
  }

  /** Notes that a connection that never acknowledges was alive at a time: then it had what was told before. */
  wasAlive(heard: Heard, at: number): void {
    const mark = this.#marks.findLast((candidate) => candidate.at <= at)
    if (mark !== undefined && !heard.acknowledges) heard.upTo = Math.max(heard.upTo, mark.told)
  }

  /** The characters of what everyone was told that a connection does not have, as far as anybody knows. */
  behind(heard: Heard): number {
    return this.#told - heard.upTo
  }

  /** Whether a connection is too far behind whose participant has so many of them. */
  isBehind(heard: Heard, sockets: number): boolean {
    const most = heard.acknowledges ? BEHIND_MAX.acknowledging : BEHIND_MAX.silent / Math.max(1, sockets)
    return this.#told - heard.upTo > most || heard.alone > BEHIND_MAX.silent
  }
}
