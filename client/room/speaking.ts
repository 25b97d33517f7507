import type { Message } from '../../protocol/message.ts'
import type { Room } from '../../protocol/room.ts'
import type { RoomState } from './room-state.ts'

/** Milliseconds. */
const DAY = 86_400_000

/** What keeps a participant from speaking, or has them wait. */
export type SpeechLimit =
  /** `until` is Unix milliseconds; null where it is until a host says otherwise. */
  | { is: 'muted'; until: number | null }
  | { is: 'quiet' }
  /** `isWaiting` says that the next message has to wait. */
  | { is: 'slow'; seconds: number; isWaiting: boolean }

/** Whether somebody is muted until a host says otherwise: for longer than the room can live. @param muted Unix milliseconds */
export function isUntilTold(muted: number, room: Pick<Room, 'expiresAt'> | null): boolean {
  return muted > (room?.expiresAt ?? 0) + DAY
}

/**
 * Finds what keeps this participant from speaking.
 * @param now Unix milliseconds by the server's clock
 */
export function findSpeechLimit(
  { me, room, messages, pending }: Pick<RoomState, 'me' | 'room' | 'messages' | 'pending'>,
  now: number,
): SpeechLimit | null {
  if (!me || !room || me.role !== 'participant') return null
  if (me.muted !== undefined && me.muted > now)
    return { is: 'muted', until: isUntilTold(me.muted, room) ? null : me.muted }
  if (room.quiet) return { is: 'quiet' }
  if (room.slow === 0) return null
  const isWaiting = pending.length > 0 || spokeSince(messages, me.participantId, now - room.slow * 1000)
  return { is: 'slow', seconds: room.slow, isWaiting }
}

/** Whether somebody spoke after an instant. From the newest: a long conversation is not gone through each second. */
function spokeSince(messages: readonly Message[], participantId: string, since: number): boolean {
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at]
    if (!message || message.timestamp <= since) return false
    if (message.participantId === participantId) return true
  }
  return false
}
