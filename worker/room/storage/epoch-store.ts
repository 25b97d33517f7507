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
         seat INTEGER NOT NULL, epoch INTEGER NOT NULL, wrap TEXT NOT NULL, PRIMARY KEY (seat, epoch)
       ) WITHOUT ROWID`,
    )
  }

  /** Stores an epoch, with the wrap of each seat that is given its key. */
  addEpoch({ epoch, by, at, back, check, key }: EpochRow, wraps: readonly WrapRow[]): void {
    this.#sql.exec('INSERT INTO epochs VALUES (?, ?, ?, ?, ?, ?)', epoch, by, at, back, check, key)
    this.#sql.exec(
      `INSERT INTO wraps SELECT value ->> 0, ?, value ->> 1 FROM json_each(?)`,
      epoch,
      JSON.stringify(wraps.map(({ seatNumber, wrap }) => [seatNumber, wrap])),
    )
  }

  /** @returns the epochs above `after` as one seat is given them, the oldest first, `limit` at most */
  readEpochs(seatNumber: number, after: number, limit: number): Epoch[] {
    return this.#sql
      .exec<EpochColumns>(
        `SELECT epochs.epoch, by, at, wrap, back, check_value AS "check", public_key AS key
         FROM epochs
         LEFT JOIN wraps ON wraps.epoch = epochs.epoch AND wraps.seat = ?
         WHERE epochs.epoch > ? ORDER BY epochs.epoch LIMIT ?`,
        seatNumber,
        after,
        limit,
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
