import type { RoomApi } from '../net/room-api.ts'
import type { Timers } from '../net/timers.ts'
import type { Clock } from './create-clock.ts'
import { makeSeatCookie } from './seat-cookie.ts'

type JoinRequest = Parameters<RoomApi['joinRoom']>[1]
type JoinReply = Awaited<ReturnType<RoomApi['joinRoom']>>

interface SeatOptions {
  join(request: JoinRequest): Promise<JoinReply>
  clock: Pick<Clock, 'now' | 'recordServerTime'>
  timers: Timers
  /** Whether the participant is in the room; nobody else's seat is renewed. */
  isLive(): boolean
  participantId(): string | undefined
  /** Joining again has found the same seat. */
  onKept(): void
  /** Joining again has found another seat: this one is lost. */
  onLost(): void
}

/** The seat of this participant, and the cookie that proves it. */
export interface Seat {
  takeSeat(request: JoinRequest): Promise<JoinReply>
  /** Renews the cookie where it would end before the room does. @param end Unix milliseconds of the room's end */
  renewIfDue(end: number): void
  /**
   * Joins again. With a good token that changes nothing but the cookie's life, and that a facilitator who has logged in
   * again is one. Without a good token it takes another seat.
   */
  rejoin(): Promise<void>
}

/** Makes what takes the seat of this participant and keeps its cookie alive. */
export function makeSeat(options: SeatOptions): Seat {
  const { clock, timers } = options
  const cookie = makeSeatCookie()
  let isRejoining = false

  async function takeSeat(request: JoinRequest): Promise<JoinReply> {
    const askedAt = timers.now()
    const reply = await options.join(request)
    if (reply.ok) {
      const { serverTime, expiresAt } = reply.value.room
      clock.recordServerTime(serverTime, timers.now() - askedAt)
      cookie.recordIssued(serverTime, expiresAt)
    }
    return reply
  }

  async function rejoin() {
    if (isRejoining || !options.isLive()) return
    isRejoining = true
    const { value } = await takeSeat({})
    isRejoining = false
    if (!value) return
    options.onKept()
    if (value.participantId !== options.participantId()) options.onLost()
  }

  return {
    takeSeat,
    renewIfDue(end) {
      const now = clock.now()
      if (now && options.isLive() && !isRejoining && cookie.isRenewalDue(now, end)) void rejoin()
    },
    rejoin,
  }
}
