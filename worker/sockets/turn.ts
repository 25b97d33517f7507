/**
 * Gathers what arrives within one turn of the event loop, so that it is stored in one transaction and told in one
 * frame. What comes alone is handled at once: only while one thing follows another do they wait for the turn's end.
 * A commit is an fsync, and a frame to each socket costs far more than what is in it: gathering is where the speed is.
 */
export class Turn<T> {
  readonly #handle: (batch: T[]) => void
  #waiting: T[] = []
  #underWay = false
  #wanted = false

  /** @param handle does the work; it must not throw */
  constructor(handle: (batch: T[]) => void) {
    this.#handle = handle
  }

  /** Hands over one thing, to be handled now or at the end of the turn. */
  add(item: T): void {
    this.#waiting.push(item)
    if (this.#underWay) return
    this.#open()
    this.flush()
  }

  /** Sees to it that a turn comes to its end, and then calls `handle`, also where nothing arrives. */
  end(): void {
    this.#wanted = true
    if (!this.#underWay) this.#open()
  }

  /** Handles what waits, now. */
  flush(): void {
    if (this.#waiting.length === 0 && !this.#wanted) return
    this.#wanted = false
    const batch = this.#waiting
    this.#waiting = []
    this.#handle(batch)
  }

  #open(): void {
    this.#underWay = true
    setTimeout(() => this.#close(), 0)
  }

  #close(): void {
    if (this.#waiting.length === 0 && !this.#wanted) {
      this.#underWay = false
      return
    }
    // More is likely to come: the next turn begins with this one's work.
    this.#open()
    this.flush()
  }
}
