import { nanoid } from 'nanoid'
import { ACCOUNT_ROOMS_MAX, ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import { aliasKey } from '../../protocol/text.ts'
import type { Room } from '../room/room.ts'
import { checkTimes } from '../room/rules/schedule.ts'
import { isCheckDue, isUnfinished } from './alarm-schedule.ts'
import { mapConcurrent } from './map-concurrent.ts'
import type { RoomEntry, RoomIndex } from './room-index.ts'
import type { EndedSessions } from './seat-index.ts'

const NO_ROOM = refused('room-not-found')

/**
 * The rooms of an account. Each is in an object of its own, which alone knows its state; the account keeps an index.
 * Whatever concerns both is written into the index first, then done in the room, then confirmed in the index: so a
 * crash between any two leaves an entry that says what to look after, and doing so twice is doing it once. What was
 * begun and not confirmed was never answered: a room half made is unmade, and one half changed is asked how it is.
 *
 * Every method but `list` takes for granted that no other runs at the same time.
 */
export class AccountRooms {
  readonly #index: RoomIndex
  readonly #accountId: string
  readonly #stubOf: (roomId: string) => DurableObjectStub<Room>
  readonly #scheduleAlarm: () => void

  /** @param mind sets the alarm by what the index says now */
  constructor(
    index: RoomIndex,
    accountId: string,
    roomOf: (roomId: string) => DurableObjectStub<Room>,
    mind: () => void,
  ) {
    this.#index = index
    this.#accountId = accountId
    this.#stubOf = roomOf
    this.#scheduleAlarm = mind
  }

  /** Makes a room. */
  async createRoom(plan: Schedule, now: number): Promise<Result<AccountRoom>> {
    const issues = checkTimes({ opensAt: plan.opensAt ?? now, closesAt: plan.closesAt }, now)
    if (issues.length > 0) return refused({ code: 'invalid-request', issues })
    if (await this.#isTitleTaken(plan.title, null)) return refused('title-taken')
    if (this.#index.readEntries().length >= ACCOUNT_ROOMS_MAX) return refused('too-many-rooms')
    const roomId = nanoid(ROOM_ID_LENGTH)
    this.#index.beginCreate({ roomId, ...plan })
    this.#scheduleAlarm()
    const room = await this.#stubOf(roomId).createPlanned(roomId, this.#accountId, plan)
    return this.#confirmRoom(room)
  }

  /** Changes a room. */
  async changeRoom(roomId: string, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    if (!(await this.#reconcileById(roomId))) return NO_ROOM
    if (patch.title !== undefined && (await this.#isTitleTaken(patch.title, roomId))) {
      return refused('title-taken')
    }
    return this.#changeInRoom(roomId, patch.title, (room) => room.changePlan(this.#accountId, patch))
  }

  /** Closes an open room now. */
  async closeRoom(roomId: string): Promise<Result<AccountRoom>> {
    if (!(await this.#reconcileById(roomId))) return NO_ROOM
    return this.#changeInRoom(roomId, undefined, (room) => room.closeRoom(this.#accountId))
  }

  /** Deletes a room and everything that was said in it. */
  async deleteRoom(roomId: string): Promise<Result<void>> {
    if (!(await this.#reconcileById(roomId))) return NO_ROOM
    this.#index.beginDelete(roomId)
    this.#scheduleAlarm()
    await this.#eraseRoom(roomId)
    this.#scheduleAlarm()
    return ok()
  }

  /** Asks every room how it is, a few at a time; newest first. Those that are gone by themselves leave the index. */
  async listRooms(): Promise<AccountRoom[]> {
    const entries = this.#index.readEntries()
    const found = await mapConcurrent(entries, ({ roomId }) => this.#describeRoom(roomId))
    const rooms: AccountRoom[] = []
    for (const [position, checked] of entries.entries()) {
      const entry = this.#index.findEntry(checked.roomId)
      if (entry === null || entry.step === 'deleting') continue
      const room = found[position]
      if (room) rooms.push(room)
      // Where something was done with the room while it was asked, that step knows better.
      if (entry.step !== 'live' || entry.titleKey !== checked.titleKey) continue
      if (room) this.#index.confirmEntry(room)
      else this.#index.deleteEntry(entry.roomId)
    }
    this.#scheduleAlarm()
    return rooms
  }

  /** Whether the index has something to look after before it can be trusted. */
  hasUnfinished(): boolean {
    return this.#index.readEntries().some(isUnfinished)
  }

  /** Looks after all that was begun and not confirmed, and after the rooms that should be gone by now. */
  async reconcileRooms(now: number): Promise<void> {
    const due = this.#index.readEntries().filter((entry) => isCheckDue(entry, now))
    await mapConcurrent(due, (entry) => this.#reconcileEntry(entry))
    this.#scheduleAlarm()
  }

  /** Tells a room of sessions that have ended; one that is gone has nobody in it. */
  async reportEndedSessions({ roomId, sessionIds: ended, isRevoked }: EndedSessions): Promise<void> {
    await this.#stubOf(roomId).endSessions(this.#accountId, ended, isRevoked)
  }

  /** Ends every room of the account. */
  async deleteAllRooms(): Promise<void> {
    await mapConcurrent(this.#index.readEntries(), ({ roomId }) => this.#eraseRoom(roomId))
  }

  /** Says it to the room, between writing down that it is about to and that it was. */
  async #changeInRoom(
    roomId: string,
    title: string | undefined,
    tell: (room: DurableObjectStub<Room>) => Promise<Result<AccountRoom>>,
  ): Promise<Result<AccountRoom>> {
    this.#index.beginChange(roomId, title)
    this.#scheduleAlarm()
    const { value, refusal } = await tell(this.#stubOf(roomId))
    if (value) return this.#confirmRoom(value)
    if (refusal.code === 'room-not-found') this.#index.deleteEntry(roomId)
    else this.#index.cancelChange(roomId)
    this.#scheduleAlarm()
    return refused(refusal)
  }

  #confirmRoom(room: AccountRoom): Result<AccountRoom> {
    this.#index.confirmEntry(room)
    this.#scheduleAlarm()
    return ok(room)
  }

  /** Whether another room has this title. One that has it is asked first: it may be gone, or called something else by now. */
  async #isTitleTaken(title: string, except: string | null): Promise<boolean> {
    const others = () => this.#index.findByTitle(aliasKey(title)).filter(({ roomId }) => roomId !== except)
    await mapConcurrent(others(), (entry) => this.#reconcileEntry(entry))
    return others().length > 0
  }

  /** Whether there is such a room, with nothing left to look after. */
  async #reconcileById(roomId: string): Promise<boolean> {
    const entry = this.#index.findEntry(roomId)
    if (entry && isUnfinished(entry)) await this.#reconcileEntry(entry)
    return this.#index.findEntry(roomId) !== null
  }

  async #reconcileEntry(entry: RoomEntry): Promise<void> {
    if (entry.step === 'creating' || entry.step === 'deleting') return this.#eraseRoom(entry.roomId)
    const room = await this.#describeRoom(entry.roomId)
    if (room) this.#index.confirmEntry(room)
    else this.#index.deleteEntry(entry.roomId)
  }

  /** The room as it is, or null where nothing of it is left. */
  async #describeRoom(roomId: string): Promise<AccountRoom | null> {
    const { value } = await this.#stubOf(roomId).describeRoom(this.#accountId)
    return value ?? null
  }

  async #eraseRoom(roomId: string): Promise<void> {
    await this.#stubOf(roomId).deleteRoom(this.#accountId)
    this.#index.deleteEntry(roomId)
  }
}
