import {
  CONNECTIONS_MAX,
  FLOOD_BAN_MS,
  FRAME_RATE,
  SENT_RATE,
  SENT_SPARE,
  UPGRADE_RATE,
} from '../../protocol/connection-limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { FloodBans } from '../sockets/flood-bans.ts'
import type { ConnectionOwner, SocketRates } from './connection.ts'
import { TokenBucket } from './token-bucket.ts'

/** Limits what each participant does over its sockets: how many it opens, how many frames it sends, how much it is sent. */
export class SocketRateLimits {
  readonly #floodBans: FloodBans
  readonly #isLimited: boolean

  /** @param isLimited false for load tests: then nothing is limited */
  constructor(kv: SyncKvStorage, isLimited: boolean) {
    this.#floodBans = new FloodBans(kv)
    this.#isLimited = isLimited
  }

  /** Whether a participant may have no more sockets. */
  isAtConnectionLimit({ sockets }: ConnectionOwner): boolean {
    return this.#isLimited && sockets.size >= CONNECTIONS_MAX
  }

  /**
   * Returns the milliseconds until a participant may open a socket; 0 where it may now. It has to wait while it is banned,
   * and after it opened very many sockets or was sent very much.
   */
  getUpgradeWait(participantId: ParticipantId, rates: SocketRates | null, now: number): number {
    if (!this.#isLimited) return 0
    return Math.max(
      this.#floodBans.getRemainingBan(participantId, now),
      rates?.frames?.getWait(now) ?? 0,
      rates?.upgrades?.getWait(now) ?? 0,
      rates?.directCharacters?.getWait(now, SENT_SPARE) ?? 0,
    )
  }

  /** Counts a socket that opens. */
  recordUpgrade(owner: ConnectionOwner, now: number): void {
    if (!this.#isLimited) return
    owner.upgrades ??= new TokenBucket(UPGRADE_RATE, now)
    owner.upgrades.takeToken(now)
  }

  /** Prepares to count the frames of a participant with an open socket. */
  startCountingFrames(owner: ConnectionOwner, now: number): void {
    owner.frames ??= new TokenBucket(FRAME_RATE, now)
  }

  /** Counts a frame. Returns whether it is one too many; then its sender is banned for a while. */
  isFlooding(owner: ConnectionOwner, now: number): boolean {
    if (!this.#isLimited || (owner.frames?.takeToken(now) ?? 0) === 0) return false
    const { participantId, frames } = owner
    if (this.#floodBans.getRemainingBan(participantId, now) === 0) {
      frames?.blockFor(now, FLOOD_BAN_MS)
      this.#floodBans.banParticipant(participantId, now)
    }
    return true
  }

  /** Returns the characters that a participant may be sent alone now; less than 0 where it was sent too much. */
  getSpareCharacters(rates: SocketRates | null, now: number): number {
    if (!this.#isLimited) return Number.POSITIVE_INFINITY
    return rates?.directCharacters?.countTokens(now) ?? SENT_RATE.burst
  }

  /** Counts characters that a participant is sent and nobody else is. */
  chargeCharacters(owner: ConnectionOwner, characters: number): void {
    if (!this.#isLimited || characters === 0) return
    const now = Date.now()
    owner.directCharacters ??= new TokenBucket(SENT_RATE, now)
    owner.directCharacters.spendTokens(now, characters)
  }

  /** Returns how many sockets share what a participant may leave unread. */
  countSharingSockets({ sockets }: ConnectionOwner): number {
    return this.#isLimited ? sockets.size : 1
  }
}
