import { CHUNKS_WAITING, FILE_STORE_RATE } from '../../protocol/file-limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'

/** The turn of a chunk. */
export interface ChunkTurn {
  /** Milliseconds until it comes. */
  wait: number
  /** Gives its place in memory back: it is stored, or won't be. */
  end: () => void
}

/**
 * Lets chunks of files be stored one after the other, with time between them in which messages go on. What waits is held in
 * memory, so that only so many wait.
 */
export class ChunkTurns {
  /** Chunks that wait, by who sends them. */
  readonly #waiting = new Map<ParticipantId, number>()
  #count = 0
  /** When the next chunk may be stored, Unix milliseconds. */
  #freeAt = 0

  /**
   * Takes a turn for a chunk of so many octets; refuses where too many wait.
   * @param lastMessageAt when the newest message was stored, Unix milliseconds; null where there is none
   */
  takeTurn(
    { participantId, octets }: { participantId: ParticipantId; octets: number },
    lastMessageAt: number | null,
    now: number,
  ): Result<ChunkTurn> {
    const own = this.#waiting.get(participantId) ?? 0
    if (own >= CHUNKS_WAITING.own || this.#count >= CHUNKS_WAITING.all)
      return refused({ code: 'slow-down', retryAfter: Math.max(1, Math.ceil((this.#freeAt - now) / 1_000)) })
    this.#waiting.set(participantId, own + 1)
    this.#count += 1
    const at = Math.max(now, this.#freeAt)
    const { talking, silent, talkMs } = FILE_STORE_RATE
    const isTalking = lastMessageAt !== null && now - lastMessageAt < talkMs
    this.#freeAt = at + (octets / (isTalking ? talking : silent)) * 1_000
    return ok({ wait: Math.ceil(at - now), end: () => this.#endTurn(participantId) })
  }

  #endTurn(participantId: ParticipantId): void {
    const own = this.#waiting.get(participantId) ?? 0
    if (own > 1) this.#waiting.set(participantId, own - 1)
    else this.#waiting.delete(participantId)
    this.#count -= 1
  }
}
