import type { Participant, Role } from '../../../protocol/participant.ts'
import type { SocketRates } from '../../broadcast/connection.ts'
import type { TokenBucket } from '../../broadcast/token-bucket.ts'
import type { RateLimits } from '../rules/rates.ts'
import type { FacilitatorToken, ParticipantRow } from '../storage/rows.ts'

/** How often a participant did what is limited; null until it was done. */
export interface ParticipantRates extends SocketRates, RateLimits {
  /** Characters of history. */
  history: TokenBucket | null
}

/** A participant in memory: the row, and what is forgotten when the object sleeps. */
export interface RoomParticipant extends ParticipantRow, ParticipantRates {
  /** Open sockets at the room itself: tabs and devices. Presence counts participants, not these. */
  sockets: Set<WebSocket>
  /** Tokens of the facilitator's seat, one for each device, oldest first; empty for everyone else. */
  facilitatorTokens: readonly FacilitatorToken[]
  /** Whether it ever had a connection, as far as the object knows. */
  wasConnected: boolean
  /** When it was last announced as typing, Unix milliseconds. */
  typedAt: number
}

/** The same for everyone who is no facilitator. */
const NO_TOKENS: readonly FacilitatorToken[] = []

/** @returns a participant for a row that was read from storage or just made */
export function toRoomParticipant(
  row: ParticipantRow,
  facilitatorTokens: readonly FacilitatorToken[] = NO_TOKENS,
): RoomParticipant {
  return {
    ...row,
    facilitatorTokens,
    sockets: new Set(),
    frames: null,
    upgrades: null,
    directCharacters: null,
    messages: null,
    renames: null,
    settingsChanges: null,
    history: null,
    // At a relay it may have had one before `idleSince`: nobody may lose the seat sooner for that.
    wasConnected: row.idleSince === null || row.relay !== null,
    typedAt: 0,
  }
}

/** @returns the participant as everyone may see it */
export function toPublicParticipant(participant: RoomParticipant): Participant {
  const { participantId, alias } = participant
  return { participantId, alias, role: shownRole(participant) }
}

/** @returns the role that everyone sees: a facilitator's seat that no session holds any more is a participant's */
export function shownRole({ role, facilitatorTokens }: RoomParticipant): Role {
  const isHeld = role !== 'facilitator' || facilitatorTokens.some(({ sessionId }) => sessionId !== null)
  return isHeld ? role : 'participant'
}

/**
 * Whether nobody else may have the participant's alias: not while it has a seat, and never again once it spoke under that
 * alias.
 */
export function isAliasKept({ isRemoved, hasSpokenAsAlias }: RoomParticipant): boolean {
  return !isRemoved || hasSpokenAsAlias
}
