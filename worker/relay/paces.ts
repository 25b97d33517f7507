import type { SocketRates } from '../broadcast/connections.ts'

/** Participants that are kept before anybody looks whose rates are all full again, and milliseconds between two looks. */
const KEPT = 64
const LOOK_EVERY = 1_000

const FULL: SocketRates = { frames: null, upgrades: null, sent: null }

/**
 * What those may still do who were here lately: to close a socket and open another must not be a way to begin anew.
 * (The room remembers its participants anyway.)
 */
export class Paces {
  readonly #kept = new Map<string, SocketRates>()
  #lookedAt = 0

  /** Keeps the rates of somebody whose last socket closed, where they matter. */
  keep(participantId: string, { frames, upgrades, sent }: SocketRates, now: number): void {
    const rates = { frames, upgrades, sent }
    if (isFull(rates, now)) return
    if (this.#kept.size >= KEPT && Math.abs(now - this.#lookedAt) >= LOOK_EVERY) {
      this.#lookedAt = now
      for (const [id, kept] of this.#kept) if (isFull(kept, now)) this.#kept.delete(id)
    }
    this.#kept.set(participantId, rates)
  }

  /** Returns the rates of somebody who was here, and goes on keeping them; null where there are none that matter. */
  find(participantId: string): SocketRates | null {
    return this.#kept.get(participantId) ?? null
  }

  /** Gives back the rates of somebody who comes. */
  take(participantId: string): SocketRates {
    const rates = this.#kept.get(participantId) ?? FULL
    this.#kept.delete(participantId)
    return rates
  }

  /** Participants whose rates are kept. */
  get size(): number {
    return this.#kept.size
  }
}

function isFull({ frames, upgrades, sent }: SocketRates, now: number): boolean {
  return [frames, upgrades, sent].every((bucket) => bucket?.isFull(now) ?? true)
}
