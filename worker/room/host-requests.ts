import type { LeaveRequest, ManagedPatch, Participant, ParticipantId } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import { claimParticipantId } from '../ids.ts'
import type { Credentials } from './credentials.ts'
import { type ActionOnSomebody, checkAction, mayBeDoneTo } from './rules/permissions.ts'
import { checkRate } from './rules/rates.ts'
import type { RoomRuntime } from './runtime.ts'
import { type RoomParticipant, shownRole, toPublicParticipant } from './state/participant.ts'
import type { RoomState } from './state/room-state.ts'

/** The calls about who is host, who is muted and whose hand is up. */
export class HostRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Changes the role of a participant, mutes them, or lowers their hand. Makes all of the changes, or none. */
  changeManaged(
    who: Credentials,
    participantId: ParticipantId,
    patch: ManagedPatch,
  ): Promise<Result<Participant>> {
    return this.#runtime.runStepFor(who, (state, now): Result<Participant> => {
      const { participants, hosts, presence, seatlessRates, isRateLimited } = state
      const found = findManaged(state, who, participantId, patch)
      if (!found.ok) return found
      const participant = found.value
      if (patch.role === 'participant' && !hosts.mayStepDown(participant)) return refused('last-host')
      // Checked last, so that only changes that are made count.
      const actor = participants.findParticipant(who)
      const checkedRate = isRateLimited ? checkRate(actor ?? seatlessRates, 'settingsChanges', now) : ok()
      if (!checkedRate.ok) return checkedRate
      const before = participant.role
      applyPatch(state, participant, patch, now)
      const isRole = participant.role !== before
      presence.announceManaged(participant, { by: actor?.participantId, isRole })
      return ok(toPublicParticipant(participant))
    })
  }

  /** Makes a participant host where no host is here. A host is answered like somebody who has just become one. */
  claimHost(who: Credentials): Promise<Result<Participant>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<Participant> => {
      const { participants, hosts, presence, settings } = state
      const participant = participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      const checked = checkAction('claim', shownRole(participant), 'open', settings.row)
      if (!checked.ok) return checked
      if (participant.role === 'host') return ok(toPublicParticipant(participant))
      if (!hosts.isRoleFree(now)) return refused('host-present')
      hosts.makeHost(participant)
      // Otherwise a second claim would find a host who has been away for long.
      presence.recordCall(participant, now)
      presence.announceManaged(participant, { isRole: true })
      return ok(toPublicParticipant(participant))
    })
  }

  /**
   * Frees the seat of a participant who leaves. A host may name who becomes host; where the last one names nobody, the room
   * finds somebody.
   */
  leaveRoom(who: Credentials, { host }: LeaveRequest): Promise<Result<Room>> {
    return this.#runtime.queueStepFor(who, (state, now): Result<Room> => {
      const { participants, hosts, presence, seats, view } = state
      const leaver = participants.findParticipant(who)
      if (leaver === null) return refused('not-a-participant')
      const found = host === undefined ? ok(hosts.findHeir(leaver)) : findNamedHeir(state, leaver, host)
      if (!found.ok) return found
      const heir = found.value
      if (heir) {
        hosts.makeHost(heir)
        const by = host === undefined ? undefined : leaver.participantId
        presence.announceManaged(heir, { by, isRole: true })
      }
      seats.freeSeat(leaver)
      return ok(view.toPublicRoom(now))
    })
  }
}

/** @returns the participant of this id, for somebody who may make all of these changes */
function findManaged(
  { settings, roles, participants }: RoomState,
  who: Credentials,
  participantId: ParticipantId,
  { role, mutedUntil, hand }: ManagedPatch,
): Result<RoomParticipant> {
  const actions: ActionOnSomebody[] = []
  if (role !== undefined) actions.push(role === 'host' ? 'makeHost' : 'takeRole')
  if (mutedUntil !== undefined) actions.push('mute')
  if (hand !== undefined) actions.push('lowerHand')
  for (const action of actions) {
    const checked = checkAction(action, roles.effectiveRoleOf(who), 'open', settings.row)
    if (!checked.ok) return checked
  }
  const participant = participants.byId.get(participantId)
  if (!participant || participant.isRemoved) return refused('participant-not-found')
  const roleOf: Partial<Record<ActionOnSomebody, Participant['role']>> = {
    // Also while no session holds a facilitator's seat, and everyone sees a participant in it, its role stays.
    makeHost: participant.role,
    takeRole: participant.role,
    // Who becomes host in the same step can't be muted, and who is host no more can.
    mute: role ?? shownRole(participant),
  }
  const isAllowed = actions.every((action) => mayBeDoneTo(action, roleOf[action] ?? shownRole(participant)))
  return isAllowed ? ok(participant) : refused('not-allowed')
}

function applyPatch(
  { hosts, participants }: RoomState,
  participant: RoomParticipant,
  { role, mutedUntil, hand }: ManagedPatch,
  now: number,
): void {
  if (role === 'host') hosts.makeHost(participant)
  if (role === 'participant') hosts.takeRole(participant)
  // A time that is over mutes nobody.
  if (mutedUntil !== undefined)
    participants.setManaged(participant, { mutedUntil: (mutedUntil ?? 0) > now ? mutedUntil : null })
  if (hand === false) participants.setHand(participant, false, now)
}

/** @returns the participant whom somebody who leaves names as host */
function findNamedHeir(
  { participants, settings }: RoomState,
  leaver: RoomParticipant,
  host: string,
): Result<RoomParticipant> {
  const checked = checkAction('makeHost', shownRole(leaver), 'open', settings.row)
  if (!checked.ok) return checked
  const heir = participants.byId.get(claimParticipantId(host))
  if (!heir || heir.isRemoved || heir === leaver) return refused('participant-not-found')
  return mayBeDoneTo('makeHost', heir.role) ? ok(heir) : refused('not-allowed')
}
