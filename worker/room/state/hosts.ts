import { isRoleFree, mayStepDown } from '../rules/hosts.ts'
import type { Door } from './door.ts'
import type { RoomParticipant } from './participant.ts'
import type { Participants } from './participants.ts'
import type { PresenceTracker } from './presence-tracker.ts'
import type { RoomSettings } from './settings.ts'

/** What the role of host depends on. */
interface HostsOptions {
  settings: RoomSettings
  participants: Participants
  presence: PresenceTracker
  door: Door
}

/** Who the hosts of a room are. Callers check who may change that, and announce it. */
export class Hosts {
  readonly #options: HostsOptions

  constructor(options: HostsOptions) {
    this.#options = options
  }

  /** Makes a participant host, who is told who waits at the door. That lifts a mute: hosts can't be muted. */
  makeHost(participant: RoomParticipant): void {
    const { participants, presence, door } = this.#options
    if (participant.role !== 'host') door.announceWaiting(participant)
    participants.setManaged(participant, { role: 'host', mutedUntil: null })
    // How long a host is away decides when somebody else may become host, also after the room slept.
    presence.storeIdleTime(participant)
  }

  /** Whether somebody governs the room once a host is a participant. */
  mayStepDown(participant: RoomParticipant): boolean {
    return participant.role !== 'host' || mayStepDown(this.#list().length, this.#options.settings.row)
  }

  /**
   * Makes a host a participant. Where they took their seat with the host token, that is void from then on: otherwise their
   * cookie would give the role back.
   */
  takeRole(participant: RoomParticipant): void {
    const { participants, settings } = this.#options
    if (participant.role !== 'host') return
    if (participant.hasHostToken) settings.voidHostToken()
    participants.setManaged(participant, { role: 'participant' })
  }

  /**
   * Finds who becomes host once a participant has left: where that was the last host, whoever of those connected has sat
   * longest. A facilitator governs the room without a host.
   * @returns null where nobody does
   */
  findHeir(leaver: RoomParticipant): RoomParticipant | null {
    const { participants, presence } = this.#options
    if (this.mayStepDown(leaver)) return null
    for (const participant of participants.byId.values())
      if (participant.role === 'participant' && !participant.isRemoved && presence.isConnected(participant))
        return participant
    return null
  }

  /** Whether any participant may become host. */
  isRoleFree(now: number): boolean {
    const seats = this.#list().map((host) => this.#options.presence.seatUseOf(host, now))
    return isRoleFree(seats, now)
  }

  #list(): RoomParticipant[] {
    return [...this.#options.participants.managers].filter(({ role }) => role === 'host')
  }
}
