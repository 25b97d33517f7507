import { waitUntilIdle } from './wait-until-idle.ts'

/** Items in one batch from which on the next item waits for a batch, too: more are expected to come together. */
const BUSY_FROM = 4
/**
 * In a small room so many items in a row that come alone open a batch each, which finds out whether others follow at once;
 * from then on one in so many does.
 */
const FIRST_PROBES = 8
const PROBE_EVERY = 32

/** What a batcher needs to know of where it is used. */
interface BatcherOptions<T> {
  /** Does the work. It must not throw. */
  handle: (batch: T[]) => void
  /** Resolves after everything that is ready by now (`waitUntilIdle`). */
  step: () => Promise<unknown>
  /**
   * Whether a batch that is opened for nothing costs more than it can save: a fifth of what a message between two people
   * costs (`npm run bench`), and little compared with a frame to each of many.
   */
  isSmall: () => boolean
}

/**
 * Gathers what arrives at once, so that it is stored in one transaction and sent in one frame: a commit is an fsync, and a
 * frame to each socket costs far more than what is in it. What comes alone is handled at once. Only what comes while a
 * batch is open, or after a batch of several items, waits for the batch's end.
 */
export class Batcher<T> {
  readonly #options: BatcherOptions<T>
  #items: T[] = []
  #isRunning = false
  #isFlushWanted = false
  /** Items that came alone since a batch had several. */
  #loneItems = 0
  /** Whether several items came in the last batch. */
  #isBusy = false

  constructor(options: BatcherOptions<T>) {
    this.#options = options
  }

  /** Takes one item, which is handled now or at the end of the batch. */
  addItem(item: T): void {
    this.#items.push(item)
    if (this.#isRunning) return
    if (this.#isBusy) {
      void this.#runBatches()
      return
    }
    this.flushItems()
    this.#loneItems += 1
    if (!this.#isRunning && this.#isProbeDue()) void this.#runBatches()
  }

  /** Brings a batch to its end and then calls `handle`, even where nothing arrives. */
  finishBatch(): void {
    this.#isFlushWanted = true
    if (!this.#isRunning) void this.#runBatches()
  }

  /** Handles what waits, now. Does nothing where nothing waits. */
  flushItems(): void {
    if (this.#items.length > 0) this.#handleBatch()
  }

  #isProbeDue(): boolean {
    return this.#loneItems <= FIRST_PROBES || this.#loneItems % PROBE_EVERY === 0 || !this.#options.isSmall()
  }

  #handleBatch(): void {
    this.#isFlushWanted = false
    const batch = this.#items
    this.#items = []
    this.#options.handle(batch)
  }

  /** Handles batch after batch, as long as something comes. */
  async #runBatches(): Promise<void> {
    this.#isRunning = true
    try {
      for (;;) {
        await waitUntilIdle(this.#options.step, () => this.#items.length)
        const { length } = this.#items
        if (length === 0 && !this.#isFlushWanted) break
        this.#isBusy = length >= BUSY_FROM
        if (this.#isBusy) this.#loneItems = 0
        this.#handleBatch()
      }
    } finally {
      this.#isRunning = false
    }
  }
}
