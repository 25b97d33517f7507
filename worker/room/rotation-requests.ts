import { isDoorCard } from '../../protocol/door-card.ts'
import type { EpochList, EpochRequest } from '../../protocol/epochs.ts'
import { EPOCHS_LISTED_MAX, ROTATION_SEATS_MAX } from '../../protocol/key-limits.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import type { Credentials } from './credentials.ts'
import { findClosedDoorIssues } from './rules/door.ts'
import { isAbandoned, isAway } from './rules/entry.ts'
import { checkAction } from './rules/permissions.ts'
import { checkRate } from './rules/rates.ts'
import { checkRotation, mayRemoveByRotation } from './rules/rotation.ts'
import type { RoomRuntime } from './runtime.ts'
import { type RoomParticipant, shownRole } from './state/participant.ts'
import type { RoomState } from './state/room-state.ts'

/** What participants ask about the keys of their room. */
export class RotationRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Rotates the keys in one synchronous step: everything that is written is one transaction. */
  rotateKeys(who: Credentials, request: EpochRequest): Promise<Result<Room>> {
    return this.#runtime.runStepFor(who, (state, now): Result<Room> => {
      const { settings, participants } = state
      const { keys } = settings.row
      const rotator = participants.findParticipant(who)
      if (rotator === null) return refused('not-a-participant')
      if (keys === null) return refused('not-found')
      const checkedRole = checkAction('rotate', shownRole(rotator), 'open', settings.row)
      if (!checkedRole.ok) return checkedRole
      const removed = findRemoved(state, rotator, request.remove ?? [], now)
      if (!removed.ok) return removed
      const leaving = new Set([...removed.value, ...findAbandoned(state, rotator, now)])
      const members = [...participants.byId.values()].filter((one) => !one.isRemoved && !leaving.has(one))
      const checked = checkRotation(request, {
        epoch: keys.epoch,
        members: members.map(({ participantId }) => participantId),
      })
      if (!checked.ok) return checked
      const issues = findClosedDoorIssues(request, settings.doorRules)
      if (issues.length > 0) return refused({ code: 'invalid-request', issues })
      // Checked last, so that only what is done counts.
      const checkedRate = state.isRateLimited ? checkRate(rotator, 'settingsChanges', now) : ok()
      if (!checkedRate.ok) return checkedRate
      applyRotation({ state, rotator, request, members, now })
      for (const participant of leaving)
        if (removed.value.includes(participant))
          state.seats.removeParticipant(participant, rotator.participantId)
        else state.seats.freeSeat(participant)
      return ok(state.view.toPublicRoom(now))
    })
  }

  /** Lists the epochs above `after`, each with the asker's own wrap. */
  listEpochs(who: Credentials, after: number): Promise<Result<EpochList>> {
    return this.#runtime.runStepFor(who, ({ settings, participants, store }): Result<EpochList> => {
      const participant = participants.findParticipant(who)
      if (participant === null) return refused('not-a-participant')
      if (settings.row.keys === null) return refused('not-found')
      const isFromJoin = settings.row.history === 'from-join'
      const page = { after, limit: EPOCHS_LISTED_MAX, isFromJoin }
      return ok({ epochs: store.epochs.readEpochs(participant.seatNumber, page) })
    })
  }
}

/** @returns the participants whom a rotation removes, each of whom its rotator may remove */
function findRemoved(
  { participants, presence, settings }: RoomState,
  rotator: RoomParticipant,
  ids: readonly ParticipantId[],
  now: number,
): Result<RoomParticipant[]> {
  const removed: RoomParticipant[] = []
  for (const participantId of new Set(ids)) {
    const participant = participants.byId.get(participantId)
    if (!participant || participant.isRemoved) return refused('participant-not-found')
    const seat = {
      role: shownRole(participant),
      isFacilitators: participant.role === 'facilitator',
      isAway: isAway(presence.seatUseOf(participant, now), now),
    }
    if (participant === rotator) return refused('not-allowed')
    if (!mayRemoveByRotation(shownRole(rotator), seat, settings.row.capacity)) return refused('not-allowed')
    removed.push(participant)
  }
  return ok(removed)
}

/** @returns all others who never spoke and have been without a connection for long: nobody wraps a key for them */
function findAbandoned(
  { participants, presence }: RoomState,
  rotator: RoomParticipant,
  now: number,
): RoomParticipant[] {
  return [...participants.byId.values()].filter(
    (participant) =>
      participant !== rotator &&
      !participant.isRemoved &&
      participant.role === 'participant' &&
      isAbandoned(presence.seatUseOf(participant, now), now),
  )
}

interface Rotation {
  state: RoomState
  rotator: RoomParticipant
  request: EpochRequest
  /** Everybody who stays. */
  members: readonly RoomParticipant[]
  now: number
}

/** Stores a rotation, and announces it. */
function applyRotation({ state, rotator, request, members, now }: Rotation): void {
  const { store, updates } = state
  const { epoch, admission, invite, password, wraps, cards = {}, back = null, check, key = null } = request
  const isAdmissionOnly = members.length > ROTATION_SEATS_MAX
  if (!isAdmissionOnly) {
    const given = members.flatMap(({ participantId, seatNumber }) => {
      const wrap = wraps[participantId]
      return wrap ? [{ seatNumber, wrap }] : []
    })
    const by = rotator.participantId
    store.epochs.addEpoch({ epoch, by, at: now, back, check, key }, given)
  }
  for (const member of members) {
    const card = isAdmissionOnly ? undefined : cards[member.participantId]
    // What was encrypted with the link before must not be opened by it in a later copy of the storage.
    const isOfDeadLink = member.card !== null && isDoorCard(member.card)
    if (card !== undefined || isOfDeadLink) state.seats.renewCard(member, card ?? null)
  }
  const notGiven = isAdmissionOnly
    ? []
    : members.flatMap(({ participantId, alias }) => (wraps[participantId] ? [] : [{ participantId, alias }]))
  updates.enqueueEpoch({
    epoch,
    by: rotator.participantId,
    invitable: admission !== null,
    ...(notGiven.length > 0 && { notGiven }),
  })
  const rotated = { epoch, invite, rotationDue: false }
  state.changeSettings({ admission, keys: rotated, ...(password === undefined ? {} : { password }) }, now)
}
