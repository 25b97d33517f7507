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

/** Devices of a facilitator in one room. Stops joining from filling the table of tokens. */
const DEVICES_MAX = 8

/** What the seat depends on. */
export interface FacilitatorSeatOptions {
  participants: Participants
  roles: Roles
  presence: PresenceTracker
}

/**
 * The one seat of a room's facilitator, on all its devices: which session holds it. A seat that no session holds any more
 * is a participant's to everyone, until a session holds it again.
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

  /** @returns the seat of the facilitator who asks; null for anybody else, and where there is none */
  findSeatOf(who: Credentials): RoomParticipant | null {
    return this.#roles.isFacilitator(who) ? this.#participants.findFacilitator() : null
  }

  /** Gives the seat a token for one more device; the oldest stops working beyond eight. @returns the token */
  addToken(participant: RoomParticipant, who: SessionOf, now: number): string {
    const secret = makeSecret<'seat'>()
    const { participantId, facilitatorTokens, relay } = participant
    this.#setTokens(
      participant,
      [...facilitatorTokens, { hash: hashSecret(secret), sessionId: who.sessionId ?? null }],
      now,
    )
    return writeToken({ participantId, secret, relay })
  }

  /** Somebody who has a token of the seat has joined with a session: that session holds the seat from now on. */
  bindSession(participant: RoomParticipant, who: SessionOf, now: number): void {
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
   * Notes that sessions of the account have ended. Doing so twice is doing it once.
   * @param isRevoked whether another password was set: then no seat that was taken before lives on, except that of the
   *   session that set it
   */
  endSessions(ended: readonly string[], isRevoked: boolean, now: number): void {
    this.#roles.endSessions(ended)
    const participant = this.#participants.findFacilitator()
    if (participant === null) return
    const tokens = endTokenSessions(participant.facilitatorTokens, new Set(ended), isRevoked)
    if (!areSame(tokens, participant.facilitatorTokens)) this.#setTokens(participant, tokens, now)
  }

  /** Sets the tokens, closes the sockets of those that are gone, and announces the role where it is another now. */
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
    // Also of a facilitator who is away: the role stands beside what was said.
    if (shownRole(participant) !== before) this.#presence.announceUpdate(participant, { evenIfAway: true })
  }
}

type SessionOf = Pick<Credentials, 'token' | 'sessionId'>

function areSame(tokens: readonly FacilitatorToken[], others: readonly FacilitatorToken[]): boolean {
  return (
    tokens.length === others.length &&
    tokens.every(
      ({ hash, sessionId }, at) => hash === others[at]?.hash && sessionId === others[at]?.sessionId,
    )
  )
}
