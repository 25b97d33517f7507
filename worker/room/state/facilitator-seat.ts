import { hashSecret, makeSecret } from '../../secrets/secret.ts'
import { parseToken, writeToken } from '../../secrets/token.ts'
import { readAttachment } from '../../sockets/attachment.ts'
import { disconnectSocket } from '../../sockets/send.ts'
import type { Credentials } from '../credentials.ts'
import { endTokens, leftTokens, readTokens, type SeatToken, writeTokens } from '../rules/seat-tokens.ts'
import type { RoomStore } from '../storage/store.ts'
import type { PresenceEvents } from './presence-events.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import { type RoomParticipant, type RoomState, shownRole } from './room-state.ts'

/** Devices of a facilitator in one room. Stops joining from filling the row. */
const DEVICES_MAX = 8

/** Sessions that are known to have ended: a request that was on its way when its session ended comes within seconds. */
const ENDED_MAX = 64

/**
 * The one seat of a room's facilitator, on all its devices: which session holds it. A seat that no session holds any
 * more is a participant's to everyone, until one does again. One for a room's object.
 */
export class FacilitatorSeat {
  readonly #store: RoomStore
  readonly #presence: PresenceEvents
  readonly #attendance: PresenceTracker

  constructor(store: RoomStore, presence: PresenceEvents, attendance: PresenceTracker) {
    this.#store = store
    this.#presence = presence
    this.#attendance = attendance
  }

  /** The seat of the facilitator who asks; null for anybody else, and where there is none. */
  find(live: RoomState, who: Credentials): RoomParticipant | null {
    return isFacilitator(live, who) ? seatOf(live) : null
  }

  /** Gives the seat another token, for one more device; the oldest stops working beyond so many. */
  addToken(live: RoomState, member: RoomParticipant, who: Credentials, now: number): string {
    const secret = makeSecret<'seat'>()
    const sessionId = who.sessionId ?? null
    this.#set(live, member, [...readTokens(member.token), { hash: hashSecret(secret), sessionId }], now)
    return writeToken({ participantId: member.participantId, secret, relay: member.relay })
  }

  /** Whoever holds a token of the seat has joined with a session: that one holds the seat from now on. */
  resume(live: RoomState, member: RoomParticipant, who: Credentials, now: number): void {
    const secret = parseToken(who.token)?.secret
    const hash = secret === undefined ? null : hashSecret(secret)
    const sessionId = who.sessionId ?? null
    const tokens = readTokens(member.token)
    if (tokens.some((each) => each.hash === hash && each.sessionId === sessionId)) return
    this.#set(
      live,
      member,
      tokens.map((each) => (each.hash === hash ? { hash, sessionId } : each)),
      now,
    )
  }

  /**
   * Sessions of the account have ended. Doing so twice is doing it once.
   * @param isRevoked by another password: then no seat that was taken before lives on, but that of who set it
   */
  endSessions(live: RoomState, ended: readonly string[], isRevoked: boolean, now: number): void {
    for (const sessionId of ended) live.endedSessions.add(sessionId)
    for (const sessionId of live.endedSessions) {
      if (live.endedSessions.size <= ENDED_MAX) break
      live.endedSessions.delete(sessionId)
    }
    const member = seatOf(live)
    if (member === null) return
    const left = endTokens(readTokens(member.token), new Set(ended), isRevoked)
    if (writeTokens(left) !== member.token) this.#set(live, member, left, now)
  }

  /** Sets the tokens; whose token is not among them is hung up on, and everyone is told where the role is another now. */
  #set(live: RoomState, member: RoomParticipant, tokens: readonly SeatToken[], now: number): void {
    const was = shownRole(member)
    const left = leftTokens(tokens).slice(-DEVICES_MAX)
    member.token = writeTokens(left)
    this.#store.setToken(member.n, member.token)
    for (const socket of [...member.sockets]) {
      const hash = readAttachment(socket)?.tokenHash
      if (left.some((token) => token.hash === hash)) continue
      this.#attendance.socketClosed(live, socket, now)
      disconnectSocket(socket, 'not-a-participant')
    }
    if (shownRole(member) === was) return
    live.welcomeCache.participantChanged()
    // Also of one who is away: the role stands beside what was said.
    this.#presence.enqueueChange(live, 'presence.update', member)
  }
}

/** The facilitator's seat, whoever holds it. */
function seatOf(live: RoomState): RoomParticipant | null {
  return (
    [...live.participants.values()].find(({ role, removed }) => role === 'facilitator' && !removed) ?? null
  )
}

/** Whether the session that the Worker checked is one of the account this room belongs to, and has not ended since. */
export function isFacilitator(live: RoomState, { accountId, sessionId }: Credentials): boolean {
  if (accountId === undefined || live.row.schedule?.accountId !== accountId) return false
  return sessionId === undefined || !live.endedSessions.has(sessionId)
}
