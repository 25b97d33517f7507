import { nanoid } from 'nanoid'
import { ACCOUNT_ROOMS_MAX, ROOM_ID_LENGTH } from '../../protocol/limits.ts'
import { ok, type Result, refused } from '../../protocol/refusal.ts'
import type { AccountRoom, Schedule, SchedulePatch } from '../../protocol/schedule.ts'
import { aliasKey } from '../../protocol/text.ts'
import type { Room } from '../room/room.ts'
import { checkTimes } from '../room/schedule.ts'
import { isDue, isUnfinished } from './due.ts'
import { each } from './each.ts'
import type { RoomEntry, RoomIndex } from './room-index.ts'
import type { Ending } from './seat-index.ts'

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
  readonly #roomOf: (roomId: string) => DurableObjectStub<Room>
  readonly #mind: () => void

  /** @param mind sets the alarm by what the index says now */
  constructor(
    index: RoomIndex,
    accountId: string,
    roomOf: (roomId: string) => DurableObjectStub<Room>,
    mind: () => void,
  ) {
    this.#index = index
    this.#accountId = accountId
    this.#roomOf = roomOf
    this.#mind = mind
  }

  /** Makes a room. */
  async create(plan: Schedule, now: number): Promise<Result<AccountRoom>> {
    const issues = checkTimes({ opensAt: plan.opensAt ?? now, closesAt: plan.closesAt }, now)
    if (issues.length > 0) return refused({ code: 'invalid-request', issues })
    if (await this.#isTaken(plan.title, null)) return refused('title-taken')
    if (this.#index.all().length >= ACCOUNT_ROOMS_MAX) return refused('too-many-rooms')
    const roomId = nanoid(ROOM_ID_LENGTH)
    this.#index.begin({ roomId, ...plan })
    this.#mind()
    const room = await this.#roomOf(roomId).plan(roomId, this.#accountId, plan)
    return this.#confirm(room)
  }

  /** Changes a room. */
  async change(roomId: string, patch: SchedulePatch): Promise<Result<AccountRoom>> {
    if (!(await this.#settled(roomId))) return NO_ROOM
    if (patch.title !== undefined && (await this.#isTaken(patch.title, roomId))) {
      return refused('title-taken')
    }
    return this.#tell(roomId, patch.title, (room) => room.replan(this.#accountId, patch))
  }

  /** Closes an open room now. */
  async close(roomId: string): Promise<Result<AccountRoom>> {
    if (!(await this.#settled(roomId))) return NO_ROOM
    return this.#tell(roomId, undefined, (room) => room.closeNow(this.#accountId))
  }

  /** Deletes a room and everything that was said in it. */
  async remove(roomId: string): Promise<Result<void>> {
    if (!(await this.#settled(roomId))) return NO_ROOM
    this.#index.beginDelete(roomId)
    this.#mind()
    await this.#unmake(roomId)
    this.#mind()
    return ok()
  }

  /** Asks every room how it is, a few at a time; newest first. Those that are gone by themselves leave the index. */
  async list(): Promise<AccountRoom[]> {
    const entries = this.#index.all()
    const found = await each(entries, ({ roomId }) => this.#ask(roomId))
    const rooms: AccountRoom[] = []
    for (const [position, asked] of entries.entries()) {
      const entry = this.#index.find(asked.roomId)
      if (entry === null || entry.step === 'deleting') continue
      const room = found[position]
      if (room) rooms.push(room)
      // Where something was done with the room while it was asked, that step knows better.
      if (entry.step !== 'live' || entry.titleKey !== asked.titleKey) continue
      if (room) this.#index.confirm(room)
      else this.#index.forget(entry.roomId)
    }
    this.#mind()
    return rooms
  }

  /** Whether the index has something to look after before it can be trusted. */
  hasUnfinished(): boolean {
    return this.#index.all().some(isUnfinished)
  }

  /** Looks after all that was begun and not confirmed, and after the rooms that should be gone by now. */
  async settle(now: number): Promise<void> {
    const due = this.#index.all().filter((entry) => isDue(entry, now))
    await each(due, (entry) => this.#settle(entry))
    this.#mind()
  }

  /** Tells a room of sessions that have ended; one that is gone has nobody in it. */
  async tellEnding({ roomId, ended, isRevoked }: Ending): Promise<void> {
    await this.#roomOf(roomId).endSessions(this.#accountId, ended, isRevoked)
  }

  /** Ends every room of the account. */
  async removeAll(): Promise<void> {
    await each(this.#index.all(), ({ roomId }) => this.#unmake(roomId))
  }

  /** Says it to the room, between writing down that it is about to and that it was. */
  async #tell(
    roomId: string,
    title: string | undefined,
    tell: (room: DurableObjectStub<Room>) => Promise<Result<AccountRoom>>,
  ): Promise<Result<AccountRoom>> {
    this.#index.beginChange(roomId, title)
    this.#mind()
    const { value, refusal } = await tell(this.#roomOf(roomId))
    if (value) return this.#confirm(value)
    if (refusal.code === 'room-not-found') this.#index.forget(roomId)
    else this.#index.keep(roomId)
    this.#mind()
    return refused(refusal)
  }

  #confirm(room: AccountRoom): Result<AccountRoom> {
    this.#index.confirm(room)
    this.#mind()
    return ok(room)
  }

  /** Whether another room has this title. One that has it is asked first: it may be gone, or called something else by now. */
  async #isTaken(title: string, except: string | null): Promise<boolean> {
    const others = () => this.#index.withTitle(aliasKey(title)).filter(({ roomId }) => roomId !== except)
    await each(others(), (entry) => this.#settle(entry))
    return others().length > 0
  }

  /** Whether there is such a room, with nothing left to look after. */
  async #settled(roomId: string): Promise<boolean> {
    const entry = this.#index.find(roomId)
    if (entry && isUnfinished(entry)) await this.#settle(entry)
    return this.#index.find(roomId) !== null
  }

  async #settle(entry: RoomEntry): Promise<void> {
    if (entry.step === 'creating' || entry.step === 'deleting') return this.#unmake(entry.roomId)
    const room = await this.#ask(entry.roomId)
    if (room) this.#index.confirm(room)
    else this.#index.forget(entry.roomId)
  }

  /** The room as it is, or null where nothing of it is left. */
  async #ask(roomId: string): Promise<AccountRoom | null> {
    const { value } = await this.#roomOf(roomId).describe(this.#accountId)
    return value ?? null
  }

  async #unmake(roomId: string): Promise<void> {
    await this.#roomOf(roomId).forget(this.#accountId)
    this.#index.forget(roomId)
  }
}
