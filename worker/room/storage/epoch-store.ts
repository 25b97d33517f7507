import type { Epoch } from '../../../protocol/epochs.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'

/** An epoch as it is stored. What is in `back` and `check` only participants can use. */
export interface EpochRow {
  epoch: number
  /** Who rotated the keys. */
  by: ParticipantId
  /** When, Unix milliseconds. */
  at: number
  back: string | null
  check: string
  /** The public key of who rotated the keys. */
  key: string | null
}

/** The key of an epoch, encrypted for one seat. */
export interface WrapRow {
  seatNumber: number
  wrap: string
}

/** How somebody who waited at the door was let in. */
export interface AdmissionRow {
  seatNumber: number
  /** The current epoch. */
  epoch: number
  /** Its key, encrypted for them; null where they were not given it. */
  wrap: string | null
  /** Who let them in; null where that one has no seat. */
  by: ParticipantId | null
  /** The public key of who let them in. */
  key: string | null
}

type EpochColumns = Record<keyof Epoch, number | string | null> & Epoch

/**
 * The epochs of a room and the wraps of its seats. Only a room whose keys are of version 2 has these tables: every table
 * is a row that is paid for. All statements are synchronous.
 */
export class EpochStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Makes the tables. */
  createTables(): void {
    this.#sql.exec(
      `CREATE TABLE epochs (
         epoch INTEGER PRIMARY KEY, by TEXT NOT NULL, at INTEGER NOT NULL, back TEXT, check_value TEXT NOT NULL, public_key TEXT
       );
       CREATE TABLE wraps (
         seat INTEGER NOT NULL, epoch INTEGER NOT NULL, wrap TEXT, admitted_by TEXT, public_key TEXT, PRIMARY KEY (seat, epoch)
       ) WITHOUT ROWID`,
    )
  }

  /** Stores an epoch, with the wrap of each seat that is given its key. */
  addEpoch({ epoch, by, at, back, check, key }: EpochRow, wraps: readonly WrapRow[]): void {
    this.#sql.exec('INSERT INTO epochs VALUES (?, ?, ?, ?, ?, ?)', epoch, by, at, back, check, key)
    this.#sql.exec(
      `INSERT INTO wraps (seat, epoch, wrap) SELECT value ->> 0, ?, value ->> 1 FROM json_each(?)`,
      epoch,
      JSON.stringify(wraps.map(({ seatNumber, wrap }) => [seatNumber, wrap])),
    )
  }

  /** Stores in which epoch somebody was let in, and its key where they were given it. */
  addAdmission({ seatNumber, epoch, wrap, by, key }: AdmissionRow): void {
    this.#sql.exec('INSERT INTO wraps VALUES (?, ?, ?, ?, ?)', seatNumber, epoch, wrap, by, key)
  }

  /**
   * @param page the epochs above `after`, `limit` at most. With `isFromJoin` those before the seat was first given a key, or
   *   its participant was let in, are not listed.
   * @returns the epochs as one seat is given them, the oldest first
   */
  readEpochs(
    seatNumber: number,
    { after, limit, isFromJoin }: { after: number; limit: number; isFromJoin: boolean },
  ): Epoch[] {
    const rotated = this.#sql
      .exec<EpochColumns>(
        `SELECT epochs.epoch, coalesce(admitted_by, by) AS by, at, wrap, back, check_value AS "check",
           iif(admitted_by IS NULL, epochs.public_key, wraps.public_key) AS key
         FROM epochs
         LEFT JOIN wraps ON wraps.epoch = epochs.epoch AND wraps.seat = ?1
         WHERE epochs.epoch > ?2 AND (NOT ?4 OR epochs.epoch >= coalesce((SELECT min(epoch) FROM wraps WHERE seat = ?1), 0))
         ORDER BY epochs.epoch LIMIT ?3`,
        seatNumber,
        after,
        limit,
        isFromJoin ? 1 : 0,
      )
      .toArray()
    return after > 0 ? rotated : [...this.#readFirstEpoch(seatNumber), ...rotated].slice(0, limit)
  }

  /** @returns the first epoch, which no rotation began, as it is given to somebody who was let in during it */
  #readFirstEpoch(seatNumber: number): Epoch[] {
    return this.#sql
      .exec<EpochColumns>(
        `SELECT epoch, admitted_by AS by, created_at AS at, wrap, NULL AS back, NULL AS "check", public_key AS key
         FROM wraps, (SELECT created_at FROM room) WHERE seat = ? AND epoch = 1 AND admitted_by IS NOT NULL`,
        seatNumber,
      )
      .toArray()
  }

  /** Deletes the wraps of seats that are gone. */
  deleteWraps(seatNumbers: readonly number[]): void {
    this.#sql.exec(
      'DELETE FROM wraps WHERE seat IN (SELECT value FROM json_each(?))',
      JSON.stringify(seatNumbers),
    )
  }
}
