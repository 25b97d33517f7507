import type { ConnectionOwner } from '../broadcast/connections.ts'
import type { RelayAssignment } from '../sockets/upgrade-request.ts'
import type { Meanwhile } from './meanwhile.ts'
import type { Paces } from './paces.ts'
import type { Up } from './uplink.ts'

/** What a relay knows while it serves a room. */
export interface Duty {
  /** All that a relay stores. */
  post: RelayAssignment
  /** Whether storage knows. */
  isStored: boolean
  /** Whether it forgets its room once that has heard who is here, where nobody is. */
  isGoing: boolean
  up: Up
  /** Everyone whose sockets are here. */
  sitters: Map<string, ConnectionOwner>
  /** What those may still do who have just gone. */
  paces: Paces
  /** The newest message that all sockets here have. */
  told: number
  /** The newest event that was told and is no message, by its tick. */
  tick: number
  /** The waking of the room that its ticks are of. */
  born: string
  meanwhile: Meanwhile
  /** Answers to one socket, until the messages that come before them were told. */
  held: { seq: number; run: () => void }[]
}

/** Somebody whose sockets are here, or will be. */
export function sitterOf(duty: Duty, participantId: string): ConnectionOwner {
  const known = duty.sitters.get(participantId)
  if (known) return known
  const sitter = { participantId, sockets: new Set<WebSocket>(), ...duty.paces.take(participantId) }
  duty.sitters.set(participantId, sitter)
  return sitter
}

/** Does something once all messages up to `seq` were told here. */
export function once(duty: Duty, seq: number, run: () => void): void {
  duty.held.push({ seq, run })
  release(duty)
}

/** Does what waited for messages that were told by now. */
export function release(duty: Duty): void {
  while (duty.held[0] && duty.held[0].seq <= duty.told) duty.held.shift()?.run()
}
