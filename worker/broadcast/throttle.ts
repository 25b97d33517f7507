import type { EventQueue } from './event-queue.ts'

/** Sockets up to which nothing waits to be told: there is little to save. */
const UNTHROTTLED_SOCKETS_MAX = 32
/**
 * Milliseconds from one broadcast to the next where everything that is queued can wait. Two hundred who come one by one, as
 * after a deploy, are a frame each to everyone otherwise, and of what a thousand who join at once cost that is a
 * twentieth (`npm run bench`). Nobody sees people come or type more often than this.
 */
const EVERY_MS = 100

/** Has what can wait, who came, went or types, sent together in a large room. What comes alone waits for nothing. */
export class BroadcastThrottle {
  readonly #broadcast: () => void
  #lastBroadcastAt = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param broadcast is called once what waited is due */
  constructor(broadcast: () => void) {
    this.#broadcast = broadcast
  }

  /** Notes that everything was sent. @param now Unix milliseconds */
  recordBroadcast(now: number): void {
    this.#lastBroadcastAt = now
  }

  /** Whether what is queued waits. @param sockets how many it goes to @param now Unix milliseconds */
  shouldDefer(events: EventQueue, sockets: number, now: number): boolean {
    if (sockets <= UNTHROTTLED_SOCKETS_MAX || !events.isDeferrable) return false
    const since = now - this.#lastBroadcastAt
    // A clock that was set back holds nothing up.
    if (since < 0 || since >= EVERY_MS) return false
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#broadcast()
    }, EVERY_MS - since)
    return true
  }
}
