import type { AccountId, SessionId } from '../../protocol/account.ts'
import type { EpochList } from '../../protocol/epochs.ts'
import { EPOCHS_LISTED_MAX } from '../../protocol/key-limits.ts'
import { HISTORY } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import type { ParticipantId } from '../../protocol/participant.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AccountRoom, OwnRoom, PlanPatch, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import { ANY_PHASE } from './rules/phase.ts'
import { changesOf, checkChanges } from './rules/schedule.ts'
import type { RoomRuntime } from './runtime.ts'
import { makePlannedRoomRow } from './state/new-room-row.ts'
import type { RoomState } from './state/room-state.ts'
import type { PlannedSeat } from './state/seats.ts'
import type { ScheduleRow } from './storage/rows.ts'

/** What a plan can't change where keys rotate: the key follows from it, and only a page has that. */
const ROTATED_FIELDS = ['encryption', 'admission', 'password'] as const

const ONLY_ROTATING = 'Only a room with keys: 2 takes this.'

/** A page of a room's transcript. */
export interface TranscriptPage {
  room: AccountRoom
  messages: Message[]
}

/** The calls of an account to a room that belongs to it. To any other account they answer that there is no such room. */
export class FacilitatorRequests {
  readonly #runtime: RoomRuntime

  constructor(runtime: RoomRuntime) {
    this.#runtime = runtime
  }

  /** Makes a room from a plan that the account has checked. */
  createPlannedRoom(roomId: RoomId, accountId: AccountId, plan: Schedule): Result<AccountRoom> {
    const now = Date.now()
    const row = makePlannedRoomRow(roomId, accountId, plan, now)
    const created = this.#runtime.createRoom(row)
    if (!created.ok) return created
    const state = created.value
    if (row.passwordHash !== null && plan.password)
      state.entryCheck.rememberPassword(row.passwordHash, plan.password)
    return ok(toAccountRoom(state, now))
  }

  describeRoom(accountId: AccountId): Promise<Result<AccountRoom>> {
    return this.#runAsFacilitator(accountId, (state, now) => ok(toAccountRoom(state, now)))
  }

  describeOwnRoom(accountId: AccountId): Promise<Result<OwnRoom>> {
    return this.#runAsFacilitator(accountId, (state, now) => {
      const admission = state.settings.row.admissionHash
      return ok({ ...toAccountRoom(state, now), ...state.view.toJoinKeys(), admission })
    })
  }

  /** Lists the epochs above `after`, with the wraps of a seat of the facilitator. Also once the room has closed. */
  listOwnEpochs(
    accountId: AccountId,
    participantId: ParticipantId,
    after: number,
  ): Promise<Result<EpochList>> {
    return this.#runAsFacilitator(accountId, (state): Result<EpochList> => {
      if (state.settings.row.keys === null) return refused('not-found')
      const seat = state.facilitatorSeats.findSeat(participantId)
      if (seat === null) return refused('participant-not-found')
      // The facilitator reads everything, as the transcript does.
      const page = { after, limit: EPOCHS_LISTED_MAX, isFromJoin: false }
      return ok({ epochs: state.store.epochs.readEpochs(seat.seatNumber, page) })
    })
  }

  /** Makes all of the changes, or none. @param sessionId the session that asks: it holds the seat that the patch makes */
  changePlan(
    accountId: AccountId,
    { participantId, card, invite, ...patch }: SchedulePatch,
    sessionId: SessionId,
  ): Promise<Result<AccountRoom>> {
    return this.#runAsFacilitator(accountId, (state, now, schedule): Result<AccountRoom> => {
      const { row } = state.settings
      const current: Record<keyof PlanPatch, unknown> = {
        title: schedule.title,
        opensAt: schedule.opensAt,
        retainFor: schedule.retainFor,
        closesAt: row.endsAt,
        capacity: row.capacity,
        encryption: row.encryption,
        admission: row.admissionHash,
        destroyBy: row.destroyBy,
        locked: row.locked,
        door: row.door,
        history: row.history,
        files: row.files,
        // A hash can't be compared: a password in the patch is always a new one. Only "none" equals "none".
        password: row.passwordHash === null ? null : undefined,
      }
      const changes = changesOf(patch, (field, value) => value !== current[field])
      if (row.keys !== null && ROTATED_FIELDS.some((field) => field in changes))
        return refused('rotate-instead')
      const { opensAt, retainFor } = schedule
      const { endsAt: closesAt, destroyBy } = row
      const phase = state.settings.phaseAt(now)
      const issues = checkChanges({ phase, opensAt, closesAt, retainFor, destroyBy }, changes, now)
      if (issues.length > 0) return refused({ code: 'invalid-request', issues })
      const resolved = state.settings.resolveKeys(changes, invite)
      if (!resolved.ok) return resolved
      if (participantId !== undefined && card !== undefined) {
        const planned = planSeat(state, { participantId, card, sessionId, now })
        if (!planned.ok) return planned
      }
      state.changeSettings({ ...changes, ...resolved.value }, now)
      return ok(toAccountRoom(state, now))
    })
  }

  endSessions(accountId: AccountId, ended: SessionId[], isRevoked: boolean): Promise<Result<void>> {
    return this.#runAsFacilitator(accountId, (state, now): Result<void> => {
      state.facilitatorSeats.endSessions(ended, isRevoked, now)
      return ok()
    })
  }

  closeRoom(accountId: AccountId): Promise<Result<AccountRoom>> {
    return this.#runAsFacilitator(accountId, (state, now): Result<AccountRoom> => {
      const { settings } = state
      if (settings.phaseAt(now) === 'scheduled') return refused('room-not-open')
      state.changeSettings({ closesAt: Math.min(settings.row.endsAt, now) }, now)
      // This sends everyone out, so that the answer shows nobody present.
      this.#runtime.ifAlive(now)
      return ok(toAccountRoom(state, now))
    })
  }

  /** Ends the account's room, in any phase. Resolves once nothing of it is left, also where there was nothing. */
  async deleteRoom(accountId: AccountId): Promise<void> {
    const now = Date.now()
    const state = this.#runtime.ifAlive(now)
    if (state?.settings.row.schedule?.accountId === accountId) this.#runtime.endRoom(state, 'destroyed', now)
    await this.#runtime.waitUntilDeleted()
  }

  readTranscript(accountId: AccountId, after: number): Promise<Result<TranscriptPage>> {
    return this.#runAsFacilitator(accountId, (state, now) => {
      const { max: limit, characters } = HISTORY
      const { roomId } = state.settings.row
      const page = state.store.messages.readHistory(roomId, { after, limit, characters })
      const messages = page.map(({ message }) => message)
      state.changeReader.addChanges(messages, null)
      return ok({ room: toAccountRoom(state, now), messages })
    })
  }

  #runAsFacilitator<T>(
    accountId: AccountId,
    step: (state: RoomState, now: number, schedule: ScheduleRow) => Result<T>,
  ): Promise<Result<T>> {
    return this.#runtime.runStep((state, now) => {
      const { schedule } = state.settings.row
      return schedule?.accountId === accountId ? step(state, now, schedule) : refused('room-not-found')
    }, ANY_PHASE)
  }
}

/** Makes a seat for the browser that plans a room whose keys are of version 2. */
function planSeat({ settings, facilitatorSeats }: RoomState, planned: PlannedSeat): Result<void> {
  if (settings.row.keys === null) {
    const issues = ['participantId', 'card'].map((path) => ({ path, message: ONLY_ROTATING }))
    return refused({ code: 'invalid-request', issues })
  }
  if (settings.phaseAt(planned.now) === 'closed') return refused('room-closed')
  return facilitatorSeats.planSeat(planned)
}

/** @returns the room as its facilitator sees it */
function toAccountRoom({ settings, view }: RoomState, now: number): AccountRoom {
  const { schedule } = settings.row
  if (schedule === null) throw new Error('a room without a schedule belongs to no account')
  return view.toAccountRoom(schedule, now)
}
