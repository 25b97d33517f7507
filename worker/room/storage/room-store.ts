import type { EndReason } from '../../../protocol/room-events.ts'
import type { WrongTry } from '../../secrets/wrong-tries.ts'
import { createTables, listTables, migrate } from '../../storage/migrations.ts'
import { BurnStore } from './burn-store.ts'
import { EpochStore } from './epoch-store.ts'
import { FacilitatorTokenStore } from './facilitator-token-store.ts'
import { FileStore } from './file-store.ts'
import { MessageStore } from './message-store.ts'
import { ParticipantStore } from './participant-store.ts'
import { ReactionStore } from './reaction-store.ts'
import type { Columns, KeysRow, RoomRow, ScheduleRow } from './rows.ts'
import { ROOM_SCHEMA } from './schema.ts'
import { SpokenNameStore } from './spoken-name-store.ts'
import { TimerStore } from './timer-store.ts'
import { WaitingStore } from './waiting-store.ts'

type RoomColumns = Columns<Omit<RoomRow, 'schedule' | 'keys'>> &
  Columns<Omit<KeysRow, 'epoch'>> & { epoch: number | null } & {
    [Key in keyof ScheduleRow]: ScheduleRow[Key] | null
  }

/** Every statement that a room runs. All are synchronous: writes without an `await` between them are one transaction. */
export class RoomStore {
  readonly #sql: SqlStorage
  readonly messages: MessageStore
  readonly participants: ParticipantStore
  readonly facilitatorTokens: FacilitatorTokenStore
  readonly spokenNames: SpokenNameStore
  readonly epochs: EpochStore
  readonly waiting: WaitingStore
  readonly reactions: ReactionStore
  readonly files: FileStore
  readonly timers: TimerStore
  readonly burns: BurnStore

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.messages = new MessageStore(sql)
    this.participants = new ParticipantStore(sql)
    this.facilitatorTokens = new FacilitatorTokenStore(sql)
    this.spokenNames = new SpokenNameStore(sql)
    this.epochs = new EpochStore(sql)
    this.waiting = new WaitingStore(sql)
    this.reactions = new ReactionStore(sql)
    this.files = new FileStore(sql)
    this.timers = new TimerStore(sql)
    this.burns = new BurnStore(sql)
  }

  /** Makes the tables and the room's row. */
  createRoom(room: RoomRow): void {
    createTables(this.#sql, ROOM_SCHEMA)
    if (room.schedule !== null) this.facilitatorTokens.createTable()
    if (room.keys !== null) this.epochs.createTables()
    this.#sql.exec(
      `INSERT INTO room (one, room_id, capacity, lifetime, expiry, password, encryption, admission, destroy_by,
         host_token, created_at, ends_at, ends_set_at, account_id, title, opens_at, retain_for, epoch, invite,
         starts, started_at, door, history, files)
       VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      room.roomId,
      room.capacity,
      room.lifetime,
      room.expiry,
      room.passwordHash,
      room.encryption,
      room.admissionHash,
      room.destroyBy,
      room.hostTokenHash,
      room.createdAt,
      room.endsAt,
      room.endsSetAt,
      room.schedule?.accountId ?? null,
      room.schedule?.title ?? null,
      room.schedule?.opensAt ?? null,
      room.schedule?.retainFor ?? null,
      room.keys?.epoch ?? null,
      room.keys?.invite ?? null,
      room.starts,
      room.startedAt,
      room.door,
      room.history,
      room.files ? 1 : 0,
    )
  }

  /** Applies the migrations that the tables are missing. @returns the room, or null where none was created here */
  loadRoom(): RoomRow | null {
    const tables = listTables(this.#sql)
    if (tables.size === 0) return null
    this.waiting.recordTables(tables)
    migrate(this.#sql, ROOM_SCHEMA)
    const columns = this.#sql
      .exec<RoomColumns>(
        `SELECT room_id AS roomId, capacity, lifetime, expiry, password AS passwordHash, encryption,
           admission AS admissionHash, destroy_by AS destroyBy, host_token AS hostTokenHash, locked,
           created_at AS createdAt, ends_at AS endsAt, ends_set_at AS endsSetAt, ended, account_id AS accountId,
           title, opens_at AS opensAt, retain_for AS retainFor, epoch, invite, rotation_due AS rotationDue,
           starts, started_at AS startedAt, door, history, files, quiet, slow, pinned,
           host_token_void AS isHostTokenVoid FROM room`,
      )
      .toArray()[0]
    if (columns === undefined) return null
    const { accountId, title, opensAt, retainFor, epoch, invite, rotationDue, ...row } = columns
    const isScheduled = accountId !== null && title !== null && opensAt !== null && retainFor !== null
    return {
      ...row,
      locked: row.locked === 1,
      files: row.files === 1,
      quiet: row.quiet === 1,
      isHostTokenVoid: row.isHostTokenVoid === 1,
      schedule: isScheduled ? { accountId, title, opensAt, retainFor } : null,
      keys: epoch === null ? null : { epoch, invite, rotationDue: rotationDue === 1 },
    }
  }

  /** Stores everything about a room that can be changed. */
  setSettings(row: RoomRow): void {
    this.#sql.exec(
      `UPDATE room SET title = ?, opens_at = ?, retain_for = ?, ends_at = ?, ends_set_at = ?, capacity = ?,
         password = ?, encryption = ?, admission = ?, destroy_by = ?, locked = ?, epoch = ?, invite = ?, rotation_due = ?,
         started_at = ?, door = ?, history = ?, files = ?, quiet = ?, slow = ?, pinned = ?`,
      row.schedule?.title ?? null,
      row.schedule?.opensAt ?? null,
      row.schedule?.retainFor ?? null,
      row.endsAt,
      row.endsSetAt,
      row.capacity,
      row.passwordHash,
      row.encryption,
      row.admissionHash,
      row.destroyBy,
      row.locked ? 1 : 0,
      row.keys?.epoch ?? null,
      row.keys?.invite ?? null,
      row.keys?.rotationDue ? 1 : 0,
      row.startedAt,
      row.door,
      row.history,
      row.files ? 1 : 0,
      row.quiet ? 1 : 0,
      row.slow,
      row.pinned,
    )
  }

  /** Stores that the host token gives nobody the role any more. */
  setHostTokenVoid(): void {
    this.#sql.exec('UPDATE room SET host_token_void = 1')
  }

  /** Stores why the room ended. From then on it is only to be deleted. */
  setEnded(reason: EndReason): void {
    this.#sql.exec('UPDATE room SET ended = ?', reason)
  }

  /** @returns the wrong passwords that were tried last, oldest first */
  loadPasswordTries(): WrongTry[] {
    const { tries } = this.#sql
      .exec<{ tries: string | null }>('SELECT password_tries AS tries FROM room')
      .one()
    return tries === null ? [] : JSON.parse(tries)
  }

  /** Stores the wrong passwords that were tried last, oldest first. */
  setPasswordTries(tries: readonly WrongTry[]): void {
    this.#sql.exec(
      'UPDATE room SET password_tries = ?',
      tries.length === 0 ? null : JSON.stringify(tries.map(({ at, source }) => ({ at, source }))),
    )
  }
}
