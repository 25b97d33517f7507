import type { DeliveryPosition } from './delivery-position.ts'

/** Answers to single sockets, held back until the messages that come before them have been delivered. */
export class HeldAnswers {
  readonly #position: DeliveryPosition
  readonly #held: { afterSeq: number; run: () => void }[] = []

  constructor(position: DeliveryPosition) {
    this.#position = position
  }

  /** Calls `run` once every message up to `afterSeq` is delivered here, and everything that is held before it has run. */
  runAfterSeq(afterSeq: number, run: () => void): void {
    this.#held.push({ afterSeq, run })
    this.releaseAnswers()
  }

  /** Runs what waits for messages that have been delivered by now. */
  releaseAnswers(): void {
    while (this.#held[0] && this.#held[0].afterSeq <= this.#position.seq) this.#held.shift()?.run()
  }
}
