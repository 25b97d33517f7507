import type { RoomState } from '../../../client/room/room-state.ts'

/** Messages that a session holds: later changes of these are told. A bot that runs for days must not hold all that was ever said. */
export const KEPT_MESSAGES = 1_000

/**
 * Lets go of the oldest messages, once there are twice as many as are kept: so that it is rarely done.
 * @param told the newest `seq` that was handed out; nothing above it goes
 */
export function trimMessages(latest: RoomState, told: number): void {
  const { messages } = latest
  const [first] = messages
  if (messages.length <= 2 * KEPT_MESSAGES || !first) return
  const from = Math.min(messages.length - KEPT_MESSAGES, told + 1 - first.seq)
  if (from <= 0) return
  latest.messages = messages.slice(from)
  latest.complete = false
}
