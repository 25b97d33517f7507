import type { Message } from '../../../protocol/message.ts'
import type { Participant, ParticipantId, Role } from '../../../protocol/participant.ts'
import type { SocketRates } from '../../broadcast/connection.ts'
import type { TokenBucket } from '../../broadcast/token-bucket.ts'
import type { RateLimits } from '../rules/rates.ts'
import type { FacilitatorToken, ParticipantRow } from '../storage/rows.ts'

/** A participant's rate limits, each null until the participant first does what it counts. */
export interface ParticipantRates extends SocketRates, RateLimits {
  /** Characters of history. */
  history: TokenBucket | null
  /** Octets of files that were sent. */
  fileOctetsSent: TokenBucket | null
  /** Octets of files that were read. */
  fileOctetsRead: TokenBucket | null
}

/** A participant in memory: the stored row, and what is lost when the object sleeps. */
export interface RoomParticipant extends ParticipantRow, ParticipantRates {
  /** Open sockets at the room itself: tabs and devices. Presence counts participants, not these. */
  sockets: Set<WebSocket>
  /** Tokens of the facilitator's seat, one for each device, oldest first; empty for everyone else. */
  facilitatorTokens: readonly FacilitatorToken[]
  /** Whether the participant ever had a connection, as far as the object knows. */
  wasConnected: boolean
  /** Who let the participant in, until the others are told so with the first `presence.join`; null otherwise. */
  letInBy: ParticipantId | null
  /** When the participant was last announced as typing, Unix milliseconds. */
  typedAt: number
  /** When the participant spoke last, Unix milliseconds; null where that is not known, and too long ago to matter. */
  spokeAt: number | null
}

/** One list for all who are no facilitators. */
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
    reactions: null,
    renames: null,
    settingsChanges: null,
    history: null,
    fileOctetsSent: null,
    fileOctetsRead: null,
    // Of somebody at a relay this is not known. A seat that was never used is freed sooner, so yes is the safe answer.
    wasConnected: row.idleSince === null || row.relay !== null,
    letInBy: null,
    typedAt: 0,
    spokeAt: null,
  }
}

/** @returns the participant as everyone may see it */
export function toPublicParticipant(participant: RoomParticipant): Participant {
  const { participantId, alias, card, mutedUntil, handRaisedAt } = participant
  const shown: Participant = { participantId, alias, role: shownRole(participant) }
  if (mutedUntil !== null) shown.muted = mutedUntil
  if (handRaisedAt !== null) shown.hand = handRaisedAt
  if (card !== null) shown.card = card
  return shown
}

/** @returns the role that everyone sees: a facilitator's seat that no session holds any more is a participant's */
export function shownRole({ role, facilitatorTokens }: RoomParticipant): Role {
  const isHeld = role !== 'facilitator' || facilitatorTokens.some(({ sessionId }) => sessionId !== null)
  return isHeld ? role : 'participant'
}

/** Whether the alias stays the participant's: while they have a seat, and for good once they have spoken under it. */
export function isAliasKept({ isRemoved, hasSpokenAsAlias }: RoomParticipant): boolean {
  return !isRemoved || hasSpokenAsAlias
}

/**
 * Whether a participant said a message, from this seat: with keys of version 2 a page chooses its id, and may choose that of
 * somebody who left.
 */
export function isAuthor(
  { participantId, seatedSeq }: Pick<ParticipantRow, 'participantId' | 'seatedSeq'>,
  message: Pick<Message, 'participantId' | 'seq'>,
): boolean {
  return message.participantId === participantId && message.seq > seatedSeq
}
