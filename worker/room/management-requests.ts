import type { ParticipantId, ParticipantList } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room, RoomPatch } from '../../protocol/room.ts'
import type { Credentials } from './credentials.ts'
import { listParticipants } from './list-participants.ts'
import { isAway } from './rules/entry.ts'
import { type ActionOnSomebody, actionsOf, checkAction, mayBeDoneTo } from './rules/permissions.ts'
import { ANY_PHASE, BEFORE_CLOSING } from './rules/phase.ts'
import { checkRate } from './rules/rates.ts'
import { checkNewEnd } from './rules/schedule.ts'
import type { RoomRuntime } from './runtime.ts'
import { type RoomParticipant, shownRole } from './state/participant.ts'
import type { RoomState } from './state/room-state.ts'
import type { WaitingVisitor } from './state/waiting-list.ts'

/**
 * The calls that manage a room: by hosts and facilitators, with a seat or without, and by participants where they may.
 */
export class ManagementRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  async destroyRoom(who: Credentials): Promise<Result<void>> {
    const result = await this.#runtime.runStepFor(
      who,
      (state, now): Result<void> => {
        const { settings, roles } = state
        // A room that has closed is kept for its facilitator: participants may not destroy it any more.
        const role = roles.effectiveRoleOf(who)
        const checked = checkAction('destroy', role, settings.phaseAt(now), settings.row)
        if (!checked.ok) return checked
        this.#runtime.endRoom(state, 'destroyed', now)
        return ok()
      },
      ANY_PHASE,
    )
    await this.#runtime.waitUntilDeleted()
    return result
  }

  listParticipants(who: Credentials): Promise<Result<ParticipantList>> {
    return this.#runtime.runStepFor(
      who,
      ({ roles, participants, presence }, now): Result<ParticipantList> => {
        if (roles.effectiveRoleOf(who) === null) return refused('not-a-participant')
        return ok(listParticipants(participants, presence, now))
      },
    )
  }

  /** Removes a participant for good, or turns away somebody who waits at the door. */
  removeParticipant(who: Credentials, participantId: ParticipantId): Promise<Result<void>> {
    return this.#runtime.runStepFor(who, (state, now): Result<void> => {
      const visitor = state.door.findById(participantId)
      if (visitor) return turnAwayVisitor(state, who, visitor, now)
      const found = findManaged(state, who, participantId, 'remove')
      if (!found.ok) return found
      state.seats.removeParticipant(found.value, state.participants.findParticipant(who)?.participantId)
      // They have the key: a page of a host rotates it.
      const { keys } = state.settings.row
      if (keys !== null) state.changeSettings({ keys: { ...keys, rotationDue: true } }, now)
      return ok()
    })
  }

  /** Turns away somebody who waits at the door; 404 for anyone else, also for whom another host has just let in. */
  turnAway(who: Credentials, participantId: ParticipantId): Promise<Result<void>> {
    return this.#runtime.runStepFor(
      who,
      (state, now): Result<void> => turnAwayVisitor(state, who, state.door.findById(participantId), now),
    )
  }

  /** Frees the seat of a participant who is away. */
  freeSeat(who: Credentials, participantId: ParticipantId): Promise<Result<void>> {
    return this.#runtime.runStepFor(who, (state, now): Result<void> => {
      const found = findManaged(state, who, participantId, 'freeSeat')
      if (!found.ok) return found
      if (!isAway(state.presence.seatUseOf(found.value, now), now)) return refused('not-away')
      state.seats.freeSeat(found.value)
      return ok()
    })
  }

  /** Makes all of the changes, or none. */
  changeSettings(who: Credentials, patch: RoomPatch): Promise<Result<Room>> {
    return this.#runtime.runStepFor(
      who,
      (state, now): Result<Room> => {
        const checked = checkPatch(state, who, patch, now)
        if (!checked.ok) return checked
        const { invite, ...changes } = patch
        const resolved = state.settings.resolveKeys(changes, invite)
        if (!resolved.ok) return resolved
        state.changeSettings({ ...changes, ...resolved.value }, now)
        return ok(state.view.toPublicRoom(now))
      },
      BEFORE_CLOSING,
    )
  }
}

/** Turns away somebody who waits at the door: they have no key yet, so that none has to be rotated. */
function turnAwayVisitor(
  state: RoomState,
  who: Credentials,
  visitor: WaitingVisitor | null,
  now: number,
): Result<void> {
  const { roles, settings, door } = state
  const checked = checkAction('turnAway', roles.effectiveRoleOf(who), 'open', settings.row)
  if (!checked.ok) return checked
  if (!visitor) return refused('participant-not-found')
  door.turnAway(visitor, now)
  return ok()
}

/** @returns the participant of this id, for somebody who may do this to them */
function findManaged(
  { roles, participants, settings }: RoomState,
  who: Credentials,
  participantId: ParticipantId,
  action: ActionOnSomebody,
): Result<RoomParticipant> {
  const checked = checkAction(action, roles.effectiveRoleOf(who), 'open', settings.row)
  if (!checked.ok) return checked
  const participant = participants.byId.get(participantId)
  if (!participant || participant.isRemoved) return refused('participant-not-found')
  return mayBeDoneTo(action, shownRole(participant)) ? ok(participant) : refused('not-allowed')
}

/** @returns whether there is a message with this `seq` that was not taken back */
function isThere({ store }: RoomState, seq: number): boolean {
  const [message] = store.messages.readTexts([seq])
  return message !== undefined && message.deletedAt === undefined
}

function checkPatch(state: RoomState, who: Credentials, patch: RoomPatch, now: number): Result<void> {
  const { settings, roles, participants, isRateLimited, seatlessRates } = state
  const { row } = settings
  const role = roles.effectiveRoleOf(who)
  const phase = settings.phaseAt(now)
  for (const action of actionsOf(patch)) {
    const checked = checkAction(action, role, phase, row)
    if (!checked.ok) return checked
  }
  const issues = patch.closesAt === undefined ? [] : checkNewEnd(row, patch.closesAt, now)
  if (patch.pinned && !isThere(state, patch.pinned))
    issues.push({ path: 'pinned', message: 'There is no message with this seq.' })
  if (issues.length > 0) return refused({ code: 'invalid-request', issues })
  // Checked last, so that only changes that are made count.
  if (!isRateLimited) return ok()
  return checkRate(participants.findParticipant(who) ?? seatlessRates, 'settingsChanges', now)
}
