import type { SessionId } from '../../../protocol/account.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'
import { hashSecret, makeSecret } from '../../secrets/secret.ts'
import { parseToken, writeToken } from '../../secrets/token.ts'
import { readAttachment } from '../../sockets/attachment.ts'
import { disconnectSocket } from '../../sockets/send.ts'
import type { Credentials } from '../credentials.ts'
import { dropEndedTokens, endTokenSessions } from '../rules/facilitator-tokens.ts'
import type { FacilitatorToken } from '../storage/rows.ts'
import type { Door } from './door.ts'
import { type RoomParticipant, shownRole } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { Roles } from './roles.ts'
import type { PlannedSeat, Seats } from './seats.ts'

/**
 * Devices of a facilitator in one room: tokens of a seat, and seats where keys rotate. Stops a script that joins again and
 * again from filling the tables.
 */
const DEVICES_MAX = 8

/** What the seat depends on. */
interface FacilitatorSeatsOptions {
  participants: Participants
  roles: Roles
  presence: PresenceTracker
  seats: Seats
  door: Door
}

/**
 * The seats of a room's facilitator: which sessions hold them. All devices share one seat; where keys rotate, each device
 * that brings a participant id has a seat of its own, because each has a key of its own. While no session holds a seat,
 * everyone sees it as a participant's.
 */
export class FacilitatorSeats {
  readonly #participants: Participants
  readonly #roles: Roles
  readonly #presence: PresenceTracker
  readonly #seats: Seats
  readonly #door: Door

  constructor({ participants, roles, presence, seats, door }: FacilitatorSeatsOptions) {
    this.#participants = participants
    this.#roles = roles
    this.#presence = presence
    this.#seats = seats
    this.#door = door
  }

  /**
   * @param participantId the id of the seat; undefined for the oldest
   * @returns the facilitator's seat, or null where there is no such seat
   */
  findSeat(participantId?: ParticipantId): RoomParticipant | null {
    const seats = this.#participants.listFacilitators()
    if (participantId === undefined) return seats[0] ?? null
    return seats.find((seat) => seat.participantId === participantId) ?? null
  }

  /**
   * Finds the seat that has to be given back before the facilitator takes one more.
   * @returns null where none has to be; `room-full` where all of them are connected
   */
  findReplaceable(): Result<RoomParticipant | null> {
    const seats = this.#participants.listFacilitators()
    if (seats.length < DEVICES_MAX) return ok(null)
    const away = seats.filter((seat) => !this.#presence.isPresent(seat))
    const replaced = away.find((seat) => shownRole(seat) === 'participant') ?? away[0]
    return replaced ? ok(replaced) : refused('room-full')
  }

  /**
   * Makes a seat for a device of the facilitator that has not come, so that every rotation wraps the key for it. Until it
   * comes, the session that plans holds the seat. Where the seat is there already, its card is replaced.
   */
  planSeat(planned: PlannedSeat): Result<void> {
    const { participantId, card } = planned
    const found = this.findSeat(participantId)
    if (found) {
      if (found.card !== card) this.#seats.setCard(found, card)
      return ok()
    }
    if (this.#participants.byId.has(participantId)) return refused('participant-taken')
    const replaced = this.findReplaceable()
    if (!replaced.ok) return replaced
    if (replaced.value) this.#seats.freeSeat(replaced.value)
    this.#seats.planSeat(planned)
    return ok()
  }

  /**
   * Makes the seat of a participant the facilitator's, who took it before signing in. It keeps its token, and its wraps.
   * Does nothing where it is the facilitator's already, and at a relay, where no facilitator sits.
   */
  takeOverSeat(participant: RoomParticipant, who: SessionCredentials): Result<void> {
    if (participant.relay !== null || participant.role === 'facilitator') return ok()
    const replaced = this.findReplaceable()
    if (!replaced.ok) return replaced
    if (replaced.value) this.#seats.freeSeat(replaced.value)
    this.#participants.makeFacilitator(participant, who.sessionId ?? null)
    this.#announceRole(participant)
    return ok()
  }

  /** Adds a token for one more device. Beyond eight the oldest stops working. @returns the token */
  addToken(participant: RoomParticipant, who: SessionCredentials, now: number): string {
    const secret = makeSecret<'seat'>()
    const { participantId, facilitatorTokens, relay } = participant
    this.#setTokens(
      participant,
      [...facilitatorTokens, { hash: hashSecret(secret), sessionId: who.sessionId ?? null }],
      now,
    )
    return writeToken({ participantId, secret, relay })
  }

  /** Binds the token of a device to the session with which that device has joined now. */
  bindSession(participant: RoomParticipant, who: SessionCredentials, now: number): void {
    const secret = parseToken(who.token)?.secret
    if (secret === undefined) return
    const hash = hashSecret(secret)
    const sessionId = who.sessionId ?? null
    const { facilitatorTokens } = participant
    if (facilitatorTokens.some((each) => each.hash === hash && each.sessionId === sessionId)) return
    const tokens = facilitatorTokens.map((each) => (each.hash === hash ? { hash, sessionId } : each))
    this.#setTokens(participant, tokens, now)
  }

  /**
   * Records that sessions of the account have ended. A second call with the same sessions changes nothing.
   * @param isRevoked whether the account has another password now: then no token of these sessions, or of any that ended
   *   before, proves the seat any more
   */
  endSessions(ended: readonly SessionId[], isRevoked: boolean, now: number): void {
    this.#roles.endSessions(ended)
    for (const participant of this.#participants.listFacilitators()) {
      const tokens = endTokenSessions(participant.facilitatorTokens, new Set(ended), isRevoked)
      if (!areSame(tokens, participant.facilitatorTokens)) this.#setTokens(participant, tokens, now)
    }
  }

  /** Sets the tokens, closes the sockets of tokens that are gone, and announces the role where it has changed. */
  #setTokens(participant: RoomParticipant, tokens: readonly FacilitatorToken[], now: number): void {
    const before = shownRole(participant)
    const left = dropEndedTokens(tokens).slice(-DEVICES_MAX)
    this.#participants.setFacilitatorTokens(participant, left)
    for (const socket of [...participant.sockets]) {
      const hash = readAttachment(socket)?.tokenHash
      if (left.some((token) => token.hash === hash)) continue
      this.#presence.removeSocket(socket, now)
      disconnectSocket(socket, 'not-a-participant')
    }
    // Also while the facilitator is away, because the role is shown beside earlier messages.
    if (shownRole(participant) !== before) this.#announceRole(participant)
  }

  #announceRole(participant: RoomParticipant): void {
    this.#presence.announceUpdate(participant, { evenIfAway: true })
    if (shownRole(participant) === 'facilitator') this.#door.announceWaiting(participant)
  }
}

/** What proves a session, and the seat that it may hold. */
type SessionCredentials = Pick<Credentials, 'token' | 'sessionId'>

function areSame(tokens: readonly FacilitatorToken[], others: readonly FacilitatorToken[]): boolean {
  return (
    tokens.length === others.length &&
    tokens.every(
      ({ hash, sessionId }, at) => hash === others[at]?.hash && sessionId === others[at]?.sessionId,
    )
  )
}
