import type { Bucket } from '../sockets/bucket.ts'

/** Buckets that are kept before anybody looks which of them are full again. */
const KEPT = 64

/**
 * How often those may speak who were here within the last seconds: to close a socket and open another must not be a way
 * to begin anew. (The room remembers its participants anyway.)
 */
export class Paces {
  readonly #buckets = new Map<string, Bucket>()

  /** Keeps the bucket of somebody whose last socket closed, where it matters. */
  keep(participantId: string, bucket: Bucket | null, now: number): void {
    if (bucket === null || bucket.isFull(now)) return
    if (this.#buckets.size >= KEPT) {
      for (const [id, kept] of this.#buckets) if (kept.isFull(now)) this.#buckets.delete(id)
    }
    this.#buckets.set(participantId, bucket)
  }

  /** Gives back the bucket of somebody who comes; null where there is none that matters. */
  take(participantId: string): Bucket | null {
    const bucket = this.#buckets.get(participantId) ?? null
    this.#buckets.delete(participantId)
    return bucket
  }

  /** Buckets that are kept. */
  get size(): number {
    return this.#buckets.size
  }
}
