import { FRAME_RATE } from '../../protocol/limits.ts'
import { Bucket } from './bucket.ts'

/** Participants without a socket who are remembered before anybody looks who of them can be forgotten. */
const KEPT = 64

/**
 * How often each participant may speak, over all sockets together, and over the next one where all have closed: to open
 * another must not be a way to begin anew.
 */
export class FramePaces {
  readonly #buckets = new Map<string, Bucket>()

  /** The bucket of a participant. @param open sockets that are open: that many may be remembered in any case */
  of(participantId: string, open: number, now: number): Bucket {
    const known = this.#buckets.get(participantId)
    if (known) return known
    if (this.#buckets.size > 2 * open + KEPT) this.#forgetFull(now)
    const bucket = new Bucket(FRAME_RATE, now)
    this.#buckets.set(participantId, bucket)
    return bucket
  }

  /** Forgets those who may speak as they like again. */
  #forgetFull(now: number): void {
    for (const [participantId, bucket] of this.#buckets)
      if (bucket.isFull(now)) this.#buckets.delete(participantId)
  }
}
