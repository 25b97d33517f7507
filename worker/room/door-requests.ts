import type { AdmitRequest, ParticipantId } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Credentials } from './credentials.ts'
import { checkSeat } from './rules/entry.ts'
import { checkAction } from './rules/permissions.ts'
import type { RoomRuntime } from './runtime.ts'
import type { RoomParticipant } from './state/participant.ts'
import type { RoomState } from './state/room-state.ts'

const KEY_FIELDS = ['wrap', 'key', 'epoch'] as const

/** What hosts and facilitators ask about those who wait at the door. */
export class DoorRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Lets somebody in. Of two hosts who do so at once the second finds nobody at the door. */
  admitParticipant(
    who: Credentials,
    participantId: ParticipantId,
    request: AdmitRequest,
  ): Promise<Result<void>> {
    return this.#runtime.runStepFor(who, (state, now): Result<void> => {
      const { settings, roles, door, seats, participants, traffic } = state
      const checkedRole = checkAction('admit', roles.effectiveRoleOf(who), 'open', settings.row)
      if (!checkedRole.ok) return checkedRole
      const visitor = door.findById(participantId)
      if (visitor === null) return refused('participant-not-found')
      const by = participants.findParticipant(who)
      const checkedKeys = checkKeys(state, by, request)
      if (!checkedKeys.ok) return checkedKeys
      const checkedSeat = checkSeat(seats.countOccupancy(now), { isHost: false })
      if (!checkedSeat.ok) return checkedSeat
      const admitted = door.admitVisitor(visitor, by?.participantId ?? null, now)
      storeWrap(state, admitted.participant, by, request)
      traffic.sockets.adoptSockets(admitted.participant, admitted.sockets, now)
      return ok()
    })
  }
}

/** Checks that what belongs to keys is given in a room of version 2 alone, by somebody with a seat, for the current epoch. */
function checkKeys({ settings }: RoomState, by: RoomParticipant | null, request: AdmitRequest): Result<void> {
  const { keys } = settings.row
  const given = KEY_FIELDS.filter((field) => request[field] !== undefined)
  if (keys === null && given.length > 0) {
    const issues = given.map((path) => ({ path, message: 'Only a room with keys: 2 takes this.' }))
    return refused({ code: 'invalid-request', issues })
  }
  // A wrap is opened with the key of a participant.
  if (request.wrap !== undefined && by === null) return refused('not-a-participant')
  if (keys !== null && request.epoch !== undefined && request.epoch !== keys.epoch)
    return refused({ code: 'stale-epoch', epoch: keys.epoch })
  return ok()
}

/** Stores the key that somebody is given who was let in, and that their time begins with this epoch. */
function storeWrap(
  { settings, store }: RoomState,
  { seatNumber }: RoomParticipant,
  by: RoomParticipant | null,
  { wrap, key }: AdmitRequest,
): void {
  const { keys } = settings.row
  if (keys === null) return
  store.epochs.addAdmission({
    seatNumber,
    epoch: keys.epoch,
    wrap: wrap ?? null,
    by: by?.participantId ?? null,
    key: key ?? null,
  })
}
