import { isKept } from '../../protocol/is-kept.ts'
import type { Room } from '../../protocol/room.ts'

/** What a facilitator's room keeps of what is said in it. */
export interface Retention {
  /** When nothing of it is left, Unix milliseconds. */
  until: number
  /** Seconds that it is kept for after the room has closed. */
  after: number
  /** Whether the server can read it, and so whoever runs the deployment; otherwise the facilitator alone, with the link key. */
  isReadable: boolean
}

/** What a room keeps; null where its end deletes everything, or nobody but those in it can read it. */
export function retentionOf(room: Room | null): Retention | null {
  if (room?.closesAt === undefined || room.retainFor === undefined) return null
  if (!isKept(room)) return null
  const isReadable = room.encryption === 'none'
  return { until: room.closesAt + room.retainFor * 1_000, after: room.retainFor, isReadable }
}
