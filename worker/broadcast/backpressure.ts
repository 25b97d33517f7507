import { BEHIND_MAX } from '../../protocol/limits.ts'

/** Characters between two checkpoints: how exactly an acknowledged `seq` is turned into characters. */
const CHECKPOINT_EVERY = 32_768
/** Marks kept: enough to look back further than anyone may be behind. */
const CHECKPOINTS_KEPT = 1_024

/** Where a connection is in what the room has sent. */
export interface ReadPosition {
  /** Characters the room had sent when this connection opened, or up to what it acknowledged last. */
  readCharacters: number
  acknowledges: boolean
  /** Characters sent to it alone since it had everything: its welcome, and answers. Bounded by themselves: a welcome is large. */
  directCharacters: number
}

/**
 * Distinguishes a slow reader from a fast one. The platform queues without limit for a socket that doesn't read and doesn't
 * say how much, so the room counts what it sent, and connections acknowledge what they have.
 */
export class Backpressure {
  #sentCharacters = 0
  /** The newest message that was sent. */
  #newestSeq = 0
  #checkpoints: { seq: number; sentCharacters: number; at: number }[] = []
  #isCheckDue = false

  /** A connection that opens now has received everything: the welcome brings it up to date. */
  startPosition(): ReadPosition {
    return { readCharacters: this.#sentCharacters, acknowledges: false, directCharacters: 0 }
  }

  /** Notes that something of so many `characters` was sent at `now`; `seq` is the message's, or 0 where it is none. */
  recordBroadcast(seq: number, characters: number, now: number): void {
    this.#sentCharacters += characters
    this.#newestSeq = Math.max(this.#newestSeq, seq)
    const last = this.#checkpoints.at(-1)
    if (last !== undefined && this.#sentCharacters - last.sentCharacters < CHECKPOINT_EVERY) return
    this.#checkpoints.push({ seq: this.#newestSeq, sentCharacters: this.#sentCharacters, at: now })
    if (this.#checkpoints.length > CHECKPOINTS_KEPT) this.#checkpoints.shift()
    this.#isCheckDue = true
  }

  /** Whether it is time to look for those who fell behind: once for every checkpoint, so that a message alone costs nothing. */
  takeCheckDue(): boolean {
    const due = this.#isCheckDue
    this.#isCheckDue = false
    return due
  }

  /** Notes what was sent to one connection alone: its welcome, and answers to what it sends. */
  recordDirectFrame(readPosition: ReadPosition, characters: number): void {
    readPosition.directCharacters += characters
  }

  /**
   * Notes that a connection has every message up to `seq`. It can't take back what it acknowledged before, nor
   * acknowledge what was never sent.
   * @param lastSeq the newest message there is
   */
  acknowledgeSeq(readPosition: ReadPosition, seq: number, lastSeq: number): void {
    if (seq > lastSeq) return
    readPosition.acknowledges = true
    if (seq === lastSeq) {
      readPosition.readCharacters = this.#sentCharacters
      readPosition.directCharacters = 0
      return
    }
    const checkpoint = this.#checkpoints.findLast((candidate) => candidate.seq <= seq)
    if (checkpoint !== undefined)
      readPosition.readCharacters = Math.max(readPosition.readCharacters, checkpoint.sentCharacters)
  }

  /** Notes that a connection that never acknowledges was alive at a time: then it had what was sent before. */
  recordAlive(readPosition: ReadPosition, at: number): void {
    const checkpoint = this.#checkpoints.findLast((candidate) => candidate.at <= at)
    if (checkpoint !== undefined && !readPosition.acknowledges)
      readPosition.readCharacters = Math.max(readPosition.readCharacters, checkpoint.sentCharacters)
  }

  /** The characters of what everyone was sent that a connection does not have, as far as anybody knows. */
  countCharactersBehind(readPosition: ReadPosition): number {
    return this.#sentCharacters - readPosition.readCharacters
  }

  /** Whether a connection is too far behind whose participant has so many of them. */
  isTooFarBehind(readPosition: ReadPosition, sockets: number): boolean {
    const most = readPosition.acknowledges
      ? BEHIND_MAX.acknowledging
      : BEHIND_MAX.silent / Math.max(1, sockets)
    return (
      this.#sentCharacters - readPosition.readCharacters > most ||
      readPosition.directCharacters > BEHIND_MAX.silent
    )
  }
}
