import type { Room } from '../../../protocol/room.ts'
import type { EndReason } from '../../../protocol/room-events.ts'
import { makeFingerprint } from './fingerprint.ts'
import type { SaidMessage } from './said-message.ts'

/** What somebody sees of a room that has ended. It holds no name and nothing that was said. */
export interface Receipt {
  /** What ended it: a host, somebody in a room that anyone may destroy, its fuse, or its schedule. */
  by: 'host' | 'anyone' | 'time' | 'schedule'
  /** When this page learnt of it; Unix milliseconds. */
  at: number
  /** Messages that were said; null where this page was not told. */
  count: number | null
  fingerprint: string | null
}

/** What the receipt says of a room. */
export type EndedRoom = Pick<Room, 'roomId' | 'history' | 'destroyBy'>

/**
 * Makes the receipt of a room.
 * @param said the newest messages that this page has, oldest first
 * @param at when it learnt of the end; Unix milliseconds
 */
export async function makeReceipt(
  room: EndedRoom,
  why: EndReason,
  said: readonly SaidMessage[],
  at: number,
): Promise<Receipt> {
  const count = said.at(-1)?.seq ?? (room.history === 'all' ? 0 : null)
  // Without https a browser computes no hash: then there is a receipt without one.
  const fingerprint = await makeFingerprint(room, said).catch(() => null)
  return { by: sayBy(why, room.destroyBy), at, count, fingerprint }
}

function sayBy(why: EndReason, destroyBy: Room['destroyBy']): Receipt['by'] {
  if (why === 'expired') return 'time'
  if (why === 'ended') return 'schedule'
  return destroyBy === 'host' ? 'host' : 'anyone'
}
