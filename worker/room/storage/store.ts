import type { EndReason } from '../../../protocol/room-events.ts'
import type { WrongTry } from '../../secrets/wrong-tries.ts'
import { createTables, isCreated, migrate } from '../../storage/migrations.ts'
import { MessageStore } from './message-store.ts'
import type { Columns, ParticipantRow, RoomRow, ScheduleRow } from './rows.ts'
import { ROOM_SCHEMA } from './schema.ts'
import { SpokenNames } from './spoken-names.ts'

type RoomColumns = Columns<Omit<RoomRow, 'schedule'>> & {
  [Key in keyof ScheduleRow]: ScheduleRow[Key] | null
}

/** What the column `spoke` says: whether somebody has spoken, and whether under the alias of now. */
const SPOKE = { never: 0, asNow: 1, before: 2 } as const

/** Every statement the room runs. All of them are synchronous: what is written without an `await` between is one transaction. */
export class RoomStore {
  readonly #sql: SqlStorage
  readonly messages: MessageStore
  readonly spokenNames: SpokenNames

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.messages = new MessageStore(sql)
    this.spokenNames = new SpokenNames(sql)
  }

  /** Makes the tables and the room's row. */
  createRoom(room: RoomRow): void {
    createTables(this.#sql, ROOM_SCHEMA)
    this.#sql.exec(
      `INSERT INTO room (one, room_id, capacity, lifetime, expiry, password, encryption, admission, destroy_by,
         host_token, created_at, ends_at, ends_set_at, account_id, title, opens_at, retain_for)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      room.roomId,
      room.capacity,
      room.lifetime,
      room.expiry,
      room.password,
      room.encryption,
      room.admission,
      room.destroyBy,
      room.hostToken,
      room.createdAt,
      room.endsAt,
      room.endsSetAt,
      room.schedule?.accountId ?? null,
      room.schedule?.title ?? null,
      room.schedule?.opensAt ?? null,
      room.schedule?.retainFor ?? null,
    )
  }

  /** The room, or null where none was created here. Brings older tables up to date on the way. */
  loadRoom(): RoomRow | null {
    if (!isCreated(this.#sql)) return null
    migrate(this.#sql, ROOM_SCHEMA)
    const columns = this.#sql
      .exec<RoomColumns>(
        `SELECT room_id AS roomId, capacity, lifetime, expiry, password, encryption, admission,
           destroy_by AS destroyBy, host_token AS hostToken, locked, created_at AS createdAt, ends_at AS endsAt,
           ends_set_at AS endsSetAt, ended, account_id AS accountId, title, opens_at AS opensAt,
           retain_for AS retainFor FROM room`,
      )
      .toArray()[0]
    if (columns === undefined) return null
    const { accountId, title, opensAt, retainFor, ...row } = columns
    const isScheduled = accountId !== null && title !== null && opensAt !== null && retainFor !== null
    return {
      ...row,
      locked: row.locked === 1,
      schedule: isScheduled ? { accountId, title, opensAt, retainFor } : null,
    }
  }

  /** Writes down everything of a facilitator's room that its facilitator can change. */
  setScheduled(row: RoomRow): void {
    this.#sql.exec(
      `UPDATE room SET title = ?, opens_at = ?, retain_for = ?, ends_at = ?, ends_set_at = ?, capacity = ?,
         password = ?, encryption = ?, admission = ?, destroy_by = ?, locked = ?`,
      row.schedule?.title ?? null,
      row.schedule?.opensAt ?? null,
      row.schedule?.retainFor ?? null,
      row.endsAt,
      row.endsSetAt,
      row.capacity,
      row.password,
      row.encryption,
      row.admission,
      row.destroyBy,
      row.locked ? 1 : 0,
    )
  }

  /** Notes why the room ended: from then on it is only to be deleted. */
  setEnded(reason: EndReason): void {
    this.#sql.exec('UPDATE room SET ended = ?', reason)
  }

  /** Locks or unlocks the door. */
  setLocked(locked: boolean): void {
    this.#sql.exec('UPDATE room SET locked = ?', locked ? 1 : 0)
  }

  /** Sets the end, and when that was done; Unix milliseconds. */
  setEnd(endsAt: number, endsSetAt: number): void {
    this.#sql.exec('UPDATE room SET ends_at = ?, ends_set_at = ?', endsAt, endsSetAt)
  }

  /** Everyone with a seat, and those removed, in the order of joining. */
  loadParticipants(): ParticipantRow[] {
    const rows = this.#sql.exec<Columns<Omit<ParticipantRow, 'spokeAs'>>>(
      `SELECT n, participant_id AS participantId, alias, role, token, spoke, idle_since AS idleSince, removed, relay,
         has_closed AS hasClosed
       FROM participants ORDER BY n`,
    )
    return Array.from(rows, (row) => ({
      ...row,
      spoke: row.spoke !== SPOKE.never,
      spokeAs: row.spoke === SPOKE.asNow,
      removed: row.removed === 1,
      hasClosed: row.hasClosed === 1,
    }))
  }

  /** Writes down a new seat. */
  addParticipant(row: ParticipantRow): void {
    this.#sql.exec(
      `INSERT INTO participants (n, participant_id, alias, role, token, idle_since, relay)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      row.n,
      row.participantId,
      row.alias,
      row.role,
      row.token,
      row.idleSince,
      row.relay,
    )
  }

  /** Sets the hashes of a seat's tokens, with blanks between. */
  setToken(n: number, token: string): void {
    this.#sql.exec('UPDATE participants SET token = ? WHERE n = ?', token, n)
  }

  /** Sets a seat's alias, under which its participant has not spoken yet. */
  setAlias(n: number, alias: string): void {
    this.#sql.exec(
      `UPDATE participants SET alias = ?, spoke = iif(spoke = ${SPOKE.never}, ${SPOKE.never}, ${SPOKE.before}) WHERE n = ?`,
      alias,
      n,
    )
  }

  /** Sets since when these seats have no connection, Unix milliseconds; null where they have one. @param hasClosed whether their own side closed it */
  setIdleSince(seats: readonly number[], idleSince: number | null, hasClosed: boolean): void {
    this.#sql.exec(
      'UPDATE participants SET idle_since = ?, has_closed = ? WHERE n IN (SELECT value FROM json_each(?))',
      idleSince,
      hasClosed ? 1 : 0,
      JSON.stringify(seats),
    )
  }

  /** Notes that a seat's participant has said something under the alias it has. */
  setSpoke(n: number): void {
    this.#sql.exec(`UPDATE participants SET spoke = ${SPOKE.asNow} WHERE n = ?`, n)
  }

  /** Notes that a seat's participant was removed. */
  setRemoved(n: number): void {
    this.#sql.exec('UPDATE participants SET removed = 1 WHERE n = ?', n)
  }

  /** Gives seats back. */
  deleteParticipants(seats: readonly number[]): void {
    this.#sql.exec(
      'DELETE FROM participants WHERE n IN (SELECT value FROM json_each(?))',
      JSON.stringify(seats),
    )
  }

  /** The wrong passwords that were tried last, oldest first. */
  passwordTries(): WrongTry[] {
    const { tries } = this.#sql
      .exec<{ tries: string | null }>('SELECT password_tries AS tries FROM room')
      .one()
    return tries === null ? [] : JSON.parse(tries)
  }

  /** Writes down the wrong passwords that were tried last, oldest first. */
  setPasswordTries(tries: readonly WrongTry[]): void {
    this.#sql.exec(
      'UPDATE room SET password_tries = ?',
      tries.length === 0 ? null : JSON.stringify(tries.map(({ at, source }) => ({ at, source }))),
    )
  }
}
