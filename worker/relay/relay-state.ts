import type { ConnectionOwner } from '../broadcast/connection.ts'
import type { RelayAssignment } from '../sockets/upgrade-request.ts'
import type { AdmissionBuffer } from './admission-buffer.ts'
import type { RateLimitMemory } from './rate-limit-memory.ts'
import type { RoomLink } from './room-link.ts'

/** What a relay knows while it serves a room. */
export interface RelayState {
  /** All that a relay stores. */
  assignment: RelayAssignment
  /** Whether storage knows. */
  isStored: boolean
  /** Whether it forgets its room once that has heard who is here, where nobody is. */
  isShuttingDown: boolean
  roomLink: RoomLink
  /** Everyone whose sockets are here. */
  participants: Map<string, ConnectionOwner>
  /** What those may still do who have just gone. */
  rateLimits: RateLimitMemory
  /** The newest message that all sockets here have. */
  deliveredSeq: number
  /** The newest event that was told and is no message, by its tick. */
  deliveredTick: number
  /** The waking of the room that its ticks are of. */
  wakeId: string
  admissionBuffer: AdmissionBuffer
  /** Answers to one socket, until the messages that come before them were told. */
  heldAnswers: { seq: number; run: () => void }[]
}

/** Somebody whose sockets are here, or will be. */
export function participantOf(state: RelayState, participantId: string): ConnectionOwner {
  const known = state.participants.get(participantId)
  if (known) return known
  const participant = {
    participantId,
    sockets: new Set<WebSocket>(),
    ...state.rateLimits.takeRates(participantId),
  }
  state.participants.set(participantId, participant)
  return participant
}

/** Does something once all messages up to `seq` were told here. */
export function runAfterSeq(state: RelayState, seq: number, run: () => void): void {
  state.heldAnswers.push({ seq, run })
  releaseAnswers(state)
}

/** Does what waited for messages that were told by now. */
export function releaseAnswers(state: RelayState): void {
  while (state.heldAnswers[0] && state.heldAnswers[0].seq <= state.deliveredSeq)
    state.heldAnswers.shift()?.run()
}
