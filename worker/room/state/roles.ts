import type { SessionId } from '../../../protocol/account.ts'
import type { Role } from '../../../protocol/participant.ts'
import { matchesHash } from '../../secrets/secret.ts'
import type { Credentials } from '../credentials.ts'
import type { EffectiveRole } from '../rules/permissions.ts'
import type { Participants } from './participants.ts'
import type { RoomSettings } from './settings.ts'

/** Ended sessions that are remembered: a request that was on its way when its session ended arrives within seconds. */
const ENDED_SESSIONS_MAX = 64

/** Which role somebody has in a room, by the credentials that a request brings. */
export class Roles {
  readonly #settings: RoomSettings
  readonly #participants: Participants
  /** Ids of the facilitator's sessions that ended lately. */
  readonly #endedSessions = new Set<SessionId>()

  constructor(settings: RoomSettings, participants: Participants) {
    this.#settings = settings
    this.#participants = participants
  }

  /** Whether they have the host token, with a seat or without, and it is not void. */
  isHost({ hostToken }: Credentials): boolean {
    const { hostTokenHash, isHostTokenVoid } = this.#settings.row
    return hostToken !== undefined && !isHostTokenVoid && matchesHash(hostToken, hostTokenHash)
  }

  /** Whether the session that the Worker checked is one of the account this room belongs to, and has not ended since. */
  isFacilitator({ accountId, sessionId }: Credentials): boolean {
    if (accountId === undefined || this.#settings.row.schedule?.accountId !== accountId) return false
    return sessionId === undefined || !this.#endedSessions.has(sessionId)
  }

  /** @returns the role of the seat that they would take */
  roleOnJoining(who: Credentials): Role {
    if (this.isFacilitator(who)) return 'facilitator'
    return this.isHost(who) ? 'host' : 'participant'
  }

  /**
   * Returns the role that decides what somebody may do. The host token counts even without a seat. The token of a
   * facilitator's seat counts as a participant's where the request brings no session: after a change of the password the
   * other devices still have that token.
   * @returns null for somebody who has no role here
   */
  effectiveRoleOf(who: Credentials): EffectiveRole | null {
    if (this.isFacilitator(who)) return 'facilitator'
    if (this.isHost(who)) return 'host'
    const role = this.#participants.findParticipant(who)?.role ?? null
    return role === 'facilitator' ? 'participant' : role
  }

  /** Records that these sessions of the account have ended. */
  endSessions(ended: readonly SessionId[]): void {
    for (const sessionId of ended) this.#endedSessions.add(sessionId)
    for (const sessionId of this.#endedSessions) {
      if (this.#endedSessions.size <= ENDED_SESSIONS_MAX) break
      this.#endedSessions.delete(sessionId)
    }
  }
}
