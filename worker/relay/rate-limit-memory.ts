import type { SocketRates } from '../broadcast/connection.ts'

/** Participants that are kept before anybody looks whose rates are all full again, and milliseconds between two looks. */
const KEPT_BEFORE_CHECK = 64
const CHECK_EVERY_MS = 1_000

const FULL: SocketRates = { frames: null, upgrades: null, directCharacters: null }

/**
 * What those may still do who were here lately: to close a socket and open another must not be a way to begin anew.
 * (The room remembers its participants anyway.)
 */
export class RateLimitMemory {
  readonly #kept = new Map<string, SocketRates>()
  #lookedAt = 0

  /** Keeps the rates of somebody whose last socket closed, where they matter. */
  keepRates(participantId: string, { frames, upgrades, directCharacters }: SocketRates, now: number): void {
    const rates = { frames, upgrades, directCharacters }
    if (isFull(rates, now)) return
    if (this.#kept.size >= KEPT_BEFORE_CHECK && Math.abs(now - this.#lookedAt) >= CHECK_EVERY_MS) {
      this.#lookedAt = now
      for (const [id, kept] of this.#kept) if (isFull(kept, now)) this.#kept.delete(id)
    }
    this.#kept.set(participantId, rates)
  }

  /** Returns the rates of somebody who was here, and goes on keeping them; null where there are none that matter. */
  findRates(participantId: string): SocketRates | null {
    return this.#kept.get(participantId) ?? null
  }

  /** Gives back the rates of somebody who comes. */
  takeRates(participantId: string): SocketRates {
    const rates = this.#kept.get(participantId) ?? FULL
    this.#kept.delete(participantId)
    return rates
  }

  /** Participants whose rates are kept. */
  get size(): number {
    return this.#kept.size
  }
}

function isFull({ frames, upgrades, directCharacters }: SocketRates, now: number): boolean {
  return [frames, upgrades, directCharacters].every((bucket) => bucket?.isFull(now) ?? true)
}
