import { CancellableDelay } from './cancellable-delay.ts'
import { waitUntilIdle } from './wait-until-idle.ts'

/** Things in one batch from which on more are expected to come together. */
const TOGETHER = 4
/** Lone things in a row after which a batch is opened for one in so many only. */
const LONE_AFTER = 8
const PROBED_EVERY = 32
/**
 * Of what came in the last batch, the share that is expected in the next one: while it is on its way nobody looks whether
 * the batch is over. Looking once for each thing that comes is a fifth of what a message costs (`npm run bench`).
 */
const EXPECTED = 7 / 8
/** Milliseconds for which it is expected, at most. */
const EXPECTED_MS = 1

/** What a batch needs to know of where it is used. */
export interface BatcherOptions<T> {
  /** Does the work. It must not throw. */
  handle: (batch: T[]) => void
  /** What a batch is made of (`waitUntilIdle`). */
  step: () => Promise<unknown>
  /**
   * Whether little is lost where things that came together are handled one by one. Waiting for a batch costs a fifth of
   * what a message of two people costs (`npm run bench`): where nothing comes together, most batches are not opened.
   */
  isSmall: () => boolean
}

/**
 * Gathers what arrives within one iteration of the event loop, so that it is stored in one transaction and sent in one
 * frame. What comes alone is handled at once: only what comes while a batch is under way, or after one in which several
 * things came, waits for the batch's end.
 * A commit is an fsync, and a frame to each socket costs far more than what is in it: gathering is where the speed is.
 */
export class Batcher<T> {
  readonly #options: BatcherOptions<T>
  #items: T[] = []
  #isRunning = false
  #isFlushWanted = false
  /** Things that came alone since some were gathered. */
  #lone = 0
  /** Whether several came in the last batch in which anything did. */
  #isBusy = false
  readonly #spacing = { apart: 0 }
  /** Things after which a pause is over. */
  #expected = 0
  readonly #delay = new CancellableDelay()

  constructor(options: BatcherOptions<T>) {
    this.#options = options
  }

  /** Hands over one thing, to be handled now or at the end of the batch. */
  addItem(item: T): void {
    this.#items.push(item)
    if (this.#items.length === this.#expected) this.#delay.cancel()
    if (this.#isRunning) return
    this.#lone += 1
    if (!this.#isBusy) this.flushItems()
    if (!this.#isRunning && (this.#isBusy || this.#isWorthBatching())) void this.#runBatches()
  }

  /** Sees to it that a batch comes to its end, and then calls `handle`, also where nothing arrives. */
  finishBatch(): void {
    this.#isFlushWanted = true
    if (!this.#isRunning) void this.#runBatches()
  }

  /** Handles what waits, now, where something does. */
  flushItems(): void {
    if (this.#items.length > 0) this.#handleBatch()
  }

  #handleBatch(): void {
    this.#isFlushWanted = false
    const batch = this.#items
    this.#items = []
    this.#options.handle(batch)
  }

  #isWorthBatching(): boolean {
    return this.#lone <= LONE_AFTER || this.#lone % PROBED_EVERY === 0 || !this.#options.isSmall()
  }

  /** Batch after batch, as long as something comes. */
  async #runBatches(): Promise<void> {
    this.#isRunning = true
    try {
      for (let last = 0; ; ) {
        if (last >= TOGETHER) {
          this.#expected = Math.floor(last * EXPECTED)
          await this.#delay.wait(EXPECTED_MS)
        }
        await waitUntilIdle(this.#options.step, () => this.#items.length, this.#spacing)
        last = this.#items.length
        if (last === 0 && !this.#isFlushWanted) break
        if (last > 0) {
          this.#lone = 0
          this.#isBusy = last >= TOGETHER
        }
        this.#handleBatch()
      }
    } finally {
      this.#isRunning = false
    }
  }
}
