import type { AccountId, SessionId } from '../../protocol/account.ts'
import { ACCOUNT_ROOMS_MAX } from '../../protocol/account-limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { RoomId } from '../../protocol/room.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import { foldLine } from '../../protocol/text.ts'
import { makeRoomId } from '../ids.ts'
import type { Room } from '../room/room.ts'
import { checkTimes } from '../room/rules/schedule.ts'
import type { AccountAlarm } from './account-alarm.ts'
import { isCheckDue, isUnfinished } from './alarm-schedule.ts'
import { mapConcurrent } from './map-concurrent.ts'
import type { RoomEntry, RoomIndex } from './room-index.ts'
import type { SeatIndex } from './seat-index.ts'

const NO_ROOM = refused('room-not-found')

/** What the rooms of an account need. */
interface AccountRoomsParts {
  accountId: AccountId
  index: RoomIndex
  seats: SeatIndex
  alarm: AccountAlarm
  stubOf: (roomId: RoomId) => DurableObjectStub<Room>
}

/**
 * The rooms of an account. Each is in an object of its own, which alone knows its state; the account keeps an index.
 * What concerns both is written into the index first, then done in the room, then confirmed in the index. So a crash
 * between any two leaves an entry that names what to reconcile, and reconciling twice changes nothing more. A request that
 * was begun and not confirmed was never answered: a room that was half made is deleted, and a room that was half changed
 * is asked for its state.
 *
 * Every method except `listRooms` relies on no other method running at the same time.
 */
export class AccountRooms {
  readonly #accountId: AccountId
  readonly #index: RoomIndex
  readonly #seats: SeatIndex
  readonly #alarm: AccountAlarm
  readonly #stubOf: (roomId: RoomId) => DurableObjectStub<Room>

  constructor({ accountId, index, seats, alarm, stubOf }: AccountRoomsParts) {
    this.#accountId = accountId
    this.#index = index
    this.#seats = seats
    this.#alarm = alarm
    this.#stubOf = stubOf
  }

  /** Makes a room. */
  async createRoom(plan: Schedule, now: number): Promise<Result<AccountRoom>> {
    const issues = checkTimes({ opensAt: plan.opensAt ?? now, closesAt: plan.closesAt }, now)
    if (issues.length > 0) return refused({ code: 'invalid-request', issues })
    if (await this.#isTitleTaken(plan.title, null)) return refused('title-taken')
    if (this.#index.readEntries().length >= ACCOUNT_ROOMS_MAX) return refused('too-many-rooms')
    const roomId = plan.roomId ?? makeRoomId()
    if (this.#index.findEntry(roomId) !== null) return refused('room-id-taken')
    this.#index.beginCreate(roomId, plan)
    this.#alarm.scheduleAlarm()
    const created = await this.#stubOf(roomId).createPlannedRoom(roomId, this.#accountId, plan)
    if (created.ok) return this.#confirmRoom(roomId, created.value)
    this.#index.deleteEntry(roomId)
    this.#alarm.scheduleAlarm()
    return created
  }

  /** Changes a room. @param sessionId the session that asks: where the patch makes a seat, it holds that */
  async changeRoom(roomId: RoomId, patch: SchedulePatch, sessionId: SessionId): Promise<Result<AccountRoom>> {
    if (!(await this.#reconcileById(roomId))) return NO_ROOM
    if (patch.title !== undefined && (await this.#isTitleTaken(patch.title, roomId))) {
      return refused('title-taken')
    }
    // Noted before the seat is made, so that the room learns when this session ends.
    if (patch.participantId !== undefined) this.#seats.beginSeat(sessionId, roomId)
    return this.#changeInRoom(roomId, patch.title, (room) =>
      room.changePlan(this.#accountId, patch, sessionId),
    )
  }

  /** Closes an open room now. */
  async closeRoom(roomId: RoomId): Promise<Result<AccountRoom>> {
    if (!(await this.#reconcileById(roomId))) return NO_ROOM
    return this.#changeInRoom(roomId, undefined, (room) => room.closeRoom(this.#accountId))
  }

  /** Deletes a room and all its messages. */
  async deleteRoom(roomId: RoomId): Promise<Result<void>> {
    if (!(await this.#reconcileById(roomId))) return NO_ROOM
    this.#index.beginDelete(roomId)
    this.#alarm.scheduleAlarm()
    await this.#eraseRoom(roomId)
    this.#alarm.scheduleAlarm()
    return ok()
  }

  /** Asks every room for its state, a few at a time, and returns them newest first. Rooms that have ended leave the index. */
  async listRooms(): Promise<AccountRoom[]> {
    const entries = this.#index.readEntries()
    const found = await mapConcurrent(entries, ({ roomId }) => this.#describeRoom(roomId))
    const rooms: AccountRoom[] = []
    for (const [position, asked] of entries.entries()) {
      const entry = this.#index.findEntry(asked.roomId)
      if (entry === null || entry.step === 'deleting') continue
      const room = found[position]
      if (room) rooms.push(room)
      // Another step changed the room while it was asked: that step knows better.
      if (entry.step !== 'live' || entry.titleKey !== asked.titleKey) continue
      if (room) this.#index.confirmEntry(entry.roomId, room)
      else this.#index.deleteEntry(entry.roomId)
    }
    this.#alarm.scheduleAlarm()
    return rooms
  }

  /** Whether the index has entries to reconcile before it can be trusted. */
  hasUnfinished(): boolean {
    return this.#index.readEntries().some(isUnfinished)
  }

  /** Reconciles all that was begun and not confirmed, and asks after the rooms that should be gone by now. */
  async reconcileRooms(now: number): Promise<void> {
    const due = this.#index.readEntries().filter((entry) => isCheckDue(entry, now))
    await mapConcurrent(due, (entry) => this.#reconcileEntry(entry))
    this.#alarm.scheduleAlarm()
  }

  /** Deletes every room of the account. */
  async deleteAllRooms(): Promise<void> {
    await mapConcurrent(this.#index.readEntries(), ({ roomId }) => this.#eraseRoom(roomId))
  }

  /** Changes a room between two writes to the index: that the change begins, and that it is done. */
  async #changeInRoom(
    roomId: RoomId,
    title: string | undefined,
    change: (room: DurableObjectStub<Room>) => Promise<Result<AccountRoom>>,
  ): Promise<Result<AccountRoom>> {
    this.#index.beginChange(roomId, title)
    this.#alarm.scheduleAlarm()
    const changed = await change(this.#stubOf(roomId))
    if (changed.ok) return this.#confirmRoom(roomId, changed.value)
    if (changed.refusal.code === 'room-not-found') this.#index.deleteEntry(roomId)
    else this.#index.cancelChange(roomId)
    this.#alarm.scheduleAlarm()
    return changed
  }

  #confirmRoom(roomId: RoomId, room: AccountRoom): Result<AccountRoom> {
    this.#index.confirmEntry(roomId, room)
    this.#alarm.scheduleAlarm()
    return ok(room)
  }

  /** Whether another room has this title. Such a room is asked first: it may be gone by now, or have another title. */
  async #isTitleTaken(title: string, except: RoomId | null): Promise<boolean> {
    const others = () => this.#index.findByTitle(foldLine(title)).filter(({ roomId }) => roomId !== except)
    await mapConcurrent(others(), (entry) => this.#reconcileEntry(entry))
    return others().length > 0
  }

  /** Reconciles a room where that is needed. @returns whether the account has such a room */
  async #reconcileById(roomId: RoomId): Promise<boolean> {
    const entry = this.#index.findEntry(roomId)
    if (entry && isUnfinished(entry)) await this.#reconcileEntry(entry)
    return this.#index.findEntry(roomId) !== null
  }

  async #reconcileEntry(entry: RoomEntry): Promise<void> {
    if (entry.step === 'creating' || entry.step === 'deleting') return this.#eraseRoom(entry.roomId)
    const room = await this.#describeRoom(entry.roomId)
    if (room) this.#index.confirmEntry(entry.roomId, room)
    else this.#index.deleteEntry(entry.roomId)
  }

  /** Returns the state of a room; null where nothing of it is left. */
  async #describeRoom(roomId: RoomId): Promise<AccountRoom | null> {
    const described = await this.#stubOf(roomId).describeRoom(this.#accountId)
    return described.ok ? described.value : null
  }

  async #eraseRoom(roomId: RoomId): Promise<void> {
    await this.#stubOf(roomId).deleteRoom(this.#accountId)
    this.#index.deleteEntry(roomId)
  }
}
