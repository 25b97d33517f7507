import { BURN_KEPT_MS } from '../../../protocol/limits.ts'
import type { Message } from '../../../protocol/message.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'

/** What decides when a message disappears by itself. */
export type Disappearing = Pick<Message, 'timestamp' | 'expires' | 'burn'>

/**
 * The clocks of a message that is read once: those who had a seat when it was said, or came and revealed it since, and until when each
 * sees it, Unix milliseconds; null where they have not revealed it.
 */
export type Clocks = ReadonlyMap<ParticipantId, number | null>

const NOBODY: Clocks = new Map()

/** @returns when a message is to be gone, Unix milliseconds; null where it stays */
export function dueAtOf({ timestamp, expires, burn }: Disappearing, clocks = NOBODY): number | null {
  const times: number[] = []
  if (expires !== undefined) times.push(timestamp + expires * 1000)
  if (burn !== undefined) times.push(timestamp + BURN_KEPT_MS)
  if (burn !== undefined && clocks.size > 0 && countRead(clocks) === clocks.size)
    times.push(Math.max(...[...clocks.values()].map((until) => until ?? 0)))
  return times.length === 0 ? null : Math.min(...times)
}

/** @returns until when somebody sees a message who reveals it now, Unix milliseconds: no longer than there is a text */
export function clockOf(message: Disappearing, now: number): number {
  return Math.min(now + (message.burn ?? 0) * 1000, dueAtOf(message) ?? Number.POSITIVE_INFINITY)
}

/** @returns how many have revealed a message */
export function countRead(clocks: Clocks): number {
  return [...clocks.values()].filter((until) => until !== null).length
}
