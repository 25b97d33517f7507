import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { Room, RoomId, RoomOptions } from '../../protocol/room.ts'
import type { RelayName } from '../relay-protocol/placement.ts'
import { type HostToken, hashSecret, makeSecret } from '../secrets/secret.ts'
import type { Credentials } from './credentials.ts'
import { checkSeat } from './rules/entry.ts'
import { ANY_PHASE, BEFORE_CLOSING, checkOpen } from './rules/phase.ts'
import type { RoomRuntime } from './runtime.ts'
import { makeOpenRoomRow } from './state/new-room-row.ts'

/**
 * What a call takes: a seat in an open room; the right to read, which the facilitator has even without a seat and in any
 * phase; or the right to manage the room, which the host has even without a seat.
 */
export type Standing = 'seat' | 'reading' | 'managing'

/** The calls that take no seat. */
export class VisitorRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  createRoom(roomId: RoomId, options: RoomOptions): Result<{ room: Room; hostToken: HostToken }> {
    const now = Date.now()
    const hostToken = makeSecret<'host'>()
    const row = makeOpenRoomRow(roomId, options, hashSecret(hostToken), now)
    const created = this.#runtime.createRoom(row)
    if (!created.ok) return created
    const state = created.value
    if (row.passwordHash !== null && options.password)
      state.entryCheck.rememberPassword(row.passwordHash, options.password)
    return ok({ room: state.view.toPublicRoom(now), hostToken })
  }

  getPublicRoom(): Promise<Result<Room>> {
    return this.#runtime.runStep((state, now) => ok(state.view.toPublicRoom(now)), ANY_PHASE)
  }

  checkPageEntry(who: Credentials): Promise<Result<void>> {
    return this.#runtime.runStep(({ participants, roles, seats, door }, now): Result<void> => {
      const participant = participants.findIncludingRemoved(who)
      if (participant?.isRemoved) return refused('removed')
      if (participant || door.findVisitor(who) || roles.isFacilitator(who)) return ok()
      return checkSeat(seats.countOccupancy(now), { isHost: roles.isHost(who) })
    }, BEFORE_CLOSING)
  }

  checkStanding(who: Credentials, standing: Standing): Promise<Result<void>> {
    return this.#runtime.runStepFor(
      who,
      ({ settings, roles, participants }, now): Result<void> => {
        const role = standing === 'seat' ? null : roles.effectiveRoleOf(who)
        const checkedPhase = checkOpen(settings.phaseAt(now), role === 'facilitator')
        if (!checkedPhase.ok) return checkedPhase
        const isEnough = standing === 'managing' ? role !== null : role === 'facilitator'
        return isEnough || participants.findParticipant(who) ? ok() : refused('not-a-participant')
      },
      ANY_PHASE,
    )
  }

  checkRelay(relay: RelayName): Promise<Result<void>> {
    return this.#runtime.runStep(
      ({ participants }): Result<void> =>
        participants.seatsByRelay.get(relay) ? ok() : refused('not-a-participant'),
    )
  }
}
