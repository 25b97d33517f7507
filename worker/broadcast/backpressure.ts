import { BEHIND_MAX } from '../../protocol/connection-limits.ts'

/** Characters between two checkpoints. They decide how exactly an acknowledged `seq` becomes a number of characters. */
const CHECKPOINT_EVERY = 32_768
/** Checkpoints that are kept: enough to look back further than anybody may be behind. */
const CHECKPOINTS_KEPT = 1_024

/** How much of what was sent a connection has read. */
export interface ReadPosition {
  /** Characters that everybody had been sent when this connection opened, or up to what it has read since. */
  readCharacters: number
  /** Whether the connection ever sent an acknowledgement. */
  acknowledges: boolean
  /** Characters sent to it alone since it had everything: its welcome, and answers. They are bounded apart, because a welcome is large. */
  directCharacters: number
}

/**
 * Finds slow readers. The platform queues without a limit for a socket that doesn't read, and doesn't report how much. So
 * what was sent is counted here, and connections acknowledge what they have.
 */
export class Backpressure {
  #sentCharacters = 0
  /** The newest message that was sent. */
  #newestSeq = 0
  #checkpoints: { seq: number; sentCharacters: number; at: number }[] = []
  #isCheckDue = false

  /** Returns the position of a connection that opens now. It has everything, because its welcome brings it up to date. */
  startPosition(): ReadPosition {
    return { readCharacters: this.#sentCharacters, acknowledges: false, directCharacters: 0 }
  }

  /** Counts an event that everybody was sent. @param seq the message's; 0 where the event is no message */
  recordBroadcast(seq: number, characters: number, now: number): void {
    this.#sentCharacters += characters
    this.#newestSeq = Math.max(this.#newestSeq, seq)
    const last = this.#checkpoints.at(-1)
    if (last !== undefined && this.#sentCharacters - last.sentCharacters < CHECKPOINT_EVERY) return
    this.#checkpoints.push({ seq: this.#newestSeq, sentCharacters: this.#sentCharacters, at: now })
    if (this.#checkpoints.length > CHECKPOINTS_KEPT) this.#checkpoints.shift()
    this.#isCheckDue = true
  }

  /** Whether it is time to look for slow readers: once after each checkpoint, so that a lone message costs nothing. */
  takeCheckDue(): boolean {
    const due = this.#isCheckDue
    this.#isCheckDue = false
    return due
  }

  /** Counts what was sent to one connection alone: its welcome, and answers to what it sends. */
  recordDirectFrame(readPosition: ReadPosition, characters: number): void {
    readPosition.directCharacters += characters
  }

  /**
   * Notes that a connection has every message up to `seq`. An earlier acknowledgement can't be taken back, and what was never
   * sent can't be acknowledged.
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

  /** Notes when something last came from a connection. One that never acknowledges had by then what was sent before. */
  recordAlive(readPosition: ReadPosition, at: number): void {
    const checkpoint = this.#checkpoints.findLast((candidate) => candidate.at <= at)
    if (checkpoint !== undefined && !readPosition.acknowledges)
      readPosition.readCharacters = Math.max(readPosition.readCharacters, checkpoint.sentCharacters)
  }

  /** Returns the characters of what everybody was sent that a connection does not have, as far as is known. */
  countCharactersBehind(readPosition: ReadPosition): number {
    return this.#sentCharacters - readPosition.readCharacters
  }

  /** Whether a connection is too far behind. @param sockets how many share what their participant may leave unread */
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
