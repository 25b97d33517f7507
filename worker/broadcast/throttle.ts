import type { EventQueue } from './event-queue.ts'

/** Sockets up to which nothing is held back, because there is little to save. */
const UNTHROTTLED_SOCKETS_MAX = 32
/**
 * Least milliseconds from one broadcast to the next where all that is queued may wait. Otherwise two hundred people who come one
 * by one, as after a deploy, are a frame each to everybody; of the cost of a thousand who join at once that is a twentieth
 * (`npm run bench`). Nobody sees people come or type more often than this.
 */
const EVERY_MS = 100

/** In a large room, holds back events that may wait (who came, left or types), so that they go together. A lone one goes at once. */
export class BroadcastThrottle {
  readonly #broadcast: () => void
  #lastBroadcastAt = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  /** @param broadcast called once what was held back is due */
  constructor(broadcast: () => void) {
    this.#broadcast = broadcast
  }

  /** Notes that everything was broadcast. @param now Unix milliseconds */
  recordBroadcast(now: number): void {
    this.#lastBroadcastAt = now
  }

  /** Whether what is queued is held back. @param sockets how many it goes to @param now Unix milliseconds */
  shouldDefer(events: EventQueue, sockets: number, now: number): boolean {
    if (sockets <= UNTHROTTLED_SOCKETS_MAX || !events.isDeferrable) return false
    const since = now - this.#lastBroadcastAt
    // A clock that was set back holds nothing back.
    if (since < 0 || since >= EVERY_MS) return false
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      this.#broadcast()
    }, EVERY_MS - since)
    return true
  }
}
