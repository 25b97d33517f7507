import type { ParticipantId } from '../../protocol/participant.ts'
import type { SocketRates } from '../broadcast/connection.ts'

/** Participants that are kept before full rate limits are looked for. */
const KEPT_BEFORE_CHECK = 64
/** Least milliseconds between two such looks. */
const CHECK_EVERY_MS = 1_000

const FULL: SocketRates = { frames: null, upgrades: null, directCharacters: null }

/**
 * The rate limits of participants who were at a relay lately. Without this memory, somebody who
 * closes a socket and opens another would have full limits again. (The room itself remembers its participants anyway.)
 */
export class RateLimitMemory {
  readonly #kept = new Map<ParticipantId, SocketRates>()
  #checkedAt = 0

  /** Keeps the rate limits of a participant whose last socket has closed, unless all of them are full. */
  keepRates(
    participantId: ParticipantId,
    { frames, upgrades, directCharacters }: SocketRates,
    now: number,
  ): void {
    const rates = { frames, upgrades, directCharacters }
    if (isFull(rates, now)) return
    if (this.#kept.size >= KEPT_BEFORE_CHECK && Math.abs(now - this.#checkedAt) >= CHECK_EVERY_MS) {
      this.#checkedAt = now
      for (const [id, kept] of this.#kept) if (isFull(kept, now)) this.#kept.delete(id)
    }
    this.#kept.set(participantId, rates)
  }

  /** Returns the rate limits of somebody who was here, and goes on keeping them; null where none is kept. */
  findRates(participantId: ParticipantId): SocketRates | null {
    return this.#kept.get(participantId) ?? null
  }

  /** Returns the rate limits of somebody who comes, and stops keeping them. */
  takeRates(participantId: ParticipantId): SocketRates {
    const rates = this.#kept.get(participantId) ?? FULL
    this.#kept.delete(participantId)
    return rates
  }

  /** How many participants are kept. */
  get size(): number {
    return this.#kept.size
  }
}

function isFull({ frames, upgrades, directCharacters }: SocketRates, now: number): boolean {
  return [frames, upgrades, directCharacters].every((bucket) => bucket?.isFull(now) ?? true)
}
