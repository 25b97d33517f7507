import type { SessionId } from '../../../protocol/account.ts'
import { hashSecret, makeSecret } from '../../secrets/secret.ts'
import { parseToken, writeToken } from '../../secrets/token.ts'
import { readAttachment } from '../../sockets/attachment.ts'
import { disconnectSocket } from '../../sockets/send.ts'
import type { Credentials } from '../credentials.ts'
import { dropEndedTokens, endTokenSessions } from '../rules/facilitator-tokens.ts'
import type { FacilitatorToken } from '../storage/rows.ts'
import { type RoomParticipant, shownRole } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { Roles } from './roles.ts'

/** Devices of a facilitator in one room. Stops a script that joins again and again from filling the table of tokens. */
const DEVICES_MAX = 8

/** What the seat depends on. */
interface FacilitatorSeatOptions {
  participants: Participants
  roles: Roles
  presence: PresenceTracker
}

/**
 * The one seat of a room's facilitator: which sessions hold it, on all devices. While no session holds it, everyone sees it
 * as a participant's.
 */
export class FacilitatorSeat {
  readonly #participants: Participants
  readonly #roles: Roles
  readonly #presence: PresenceTracker

  constructor({ participants, roles, presence }: FacilitatorSeatOptions) {
    this.#participants = participants
    this.#roles = roles
    this.#presence = presence
  }

  /** @returns the seat of the facilitator who asks; null for anybody else, and where they have none */
  findSeatOf(who: Credentials): RoomParticipant | null {
    return this.#roles.isFacilitator(who) ? this.#participants.findFacilitator() : null
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
    const participant = this.#participants.findFacilitator()
    if (participant === null) return
    const tokens = endTokenSessions(participant.facilitatorTokens, new Set(ended), isRevoked)
    if (!areSame(tokens, participant.facilitatorTokens)) this.#setTokens(participant, tokens, now)
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
    if (shownRole(participant) !== before) this.#presence.announceUpdate(participant, { evenIfAway: true })
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
