import type { Role } from '../../../protocol/participant.ts'
import { matchesHash } from '../../secrets/secret.ts'
import type { Credentials } from '../credentials.ts'
import type { EffectiveRole } from '../rules/permissions.ts'
import type { Participants } from './participants.ts'
import type { RoomSettings } from './settings.ts'

/** Sessions that are known to have ended: a request that was on its way when its session ended comes within seconds. */
const ENDED_SESSIONS_MAX = 64

/** What somebody is in a room, by the credentials that a request brings along. */
export class Roles {
  readonly #settings: RoomSettings
  readonly #participants: Participants
  /** Ids of the facilitator's sessions that have ended of late. */
  readonly #endedSessions = new Set<string>()

  constructor(settings: RoomSettings, participants: Participants) {
    this.#settings = settings
    this.#participants = participants
  }

  /** Whether they bear the host's token, with a seat or without. */
  isHost({ hostToken }: Credentials): boolean {
    return hostToken !== undefined && matchesHash(hostToken, this.#settings.row.hostTokenHash)
  }

  /** Whether the session that the Worker checked is one of the account this room belongs to, and has not ended since. */
  isFacilitator({ accountId, sessionId }: Credentials): boolean {
    if (accountId === undefined || this.#settings.row.schedule?.accountId !== accountId) return false
    return sessionId === undefined || !this.#endedSessions.has(sessionId)
  }

  /** @returns the role of the seat that they would get */
  roleOnJoining(who: Credentials): Role {
    if (this.isFacilitator(who)) return 'facilitator'
    return this.isHost(who) ? 'host' : 'participant'
  }

  /**
   * What the bearer of these credentials may do. The host's token counts before joining, too. A facilitator's seat allows
   * no more than any other without the session: who changed the password has ended the other sessions.
   * @returns null for a stranger
   */
  effectiveRoleOf(who: Credentials): EffectiveRole | null {
    if (this.isFacilitator(who)) return 'facilitator'
    if (this.isHost(who)) return 'host'
    const role = this.#participants.findParticipant(who)?.role ?? null
    return role === 'facilitator' ? 'participant' : role
  }

  /** Notes that these sessions of the account have ended. */
  endSessions(ended: readonly string[]): void {
    for (const sessionId of ended) this.#endedSessions.add(sessionId)
    for (const sessionId of this.#endedSessions) {
      if (this.#endedSessions.size <= ENDED_SESSIONS_MAX) break
      this.#endedSessions.delete(sessionId)
    }
  }
}
