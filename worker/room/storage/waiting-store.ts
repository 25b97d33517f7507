import type { ParticipantId } from '../../../protocol/participant.ts'
import type { TokenHash } from '../../secrets/secret.ts'

/** The row of somebody who waits at the door. */
export interface WaitingRow {
  participantId: ParticipantId
  alias: string
  tokenHash: TokenHash
  /** Their name and public key, encrypted; null where they sent none. */
  card: string | null
  /** When the last connection closed, or when they knocked, Unix milliseconds; null while there is a connection. */
  idleSince: number | null
}

type WaitingColumns = { [Key in keyof WaitingRow]: WaitingRow[Key] }

/**
 * Those who wait at the door. They are kept apart from the participants, so that nothing that is for participants reaches
 * them. The table is made with the first of them: most rooms have no door, and a table costs a row.
 */
export class WaitingStore {
  readonly #sql: SqlStorage
  #isCreated = false

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Records which tables there are, when the room is loaded. */
  recordTables(tables: ReadonlySet<string>): void {
    this.#isCreated = tables.has('waiting')
  }

  /** @returns everybody who waits, the first at the front */
  loadVisitors(): WaitingRow[] {
    if (!this.#isCreated) return []
    return this.#sql
      .exec<WaitingColumns>(
        `SELECT participant_id AS participantId, alias, token AS tokenHash, card, idle_since AS idleSince
         FROM waiting ORDER BY n`,
      )
      .toArray()
  }

  /** Stores somebody who knocked. */
  addVisitor({ participantId, alias, tokenHash, card, idleSince }: WaitingRow): void {
    this.#sql.exec(
      `CREATE TABLE IF NOT EXISTS waiting (
         n INTEGER PRIMARY KEY, participant_id TEXT NOT NULL, alias TEXT NOT NULL, token TEXT NOT NULL, card TEXT,
         idle_since INTEGER
       )`,
    )
    this.#sql.exec(
      'INSERT INTO waiting (participant_id, alias, token, card, idle_since) VALUES (?, ?, ?, ?, ?)',
      participantId,
      alias,
      tokenHash,
      card,
      idleSince,
    )
  }

  /** Stores since when somebody has no connection, Unix milliseconds; null where there is one. */
  setIdleSince(participantId: ParticipantId, idleSince: number | null): void {
    this.#sql.exec('UPDATE waiting SET idle_since = ? WHERE participant_id = ?', idleSince, participantId)
  }

  /** Deletes everybody. */
  deleteVisitors(): void {
    this.#sql.exec('DELETE FROM waiting')
  }

  /** Deletes somebody who waits no more. */
  deleteVisitor(participantId: ParticipantId): void {
    this.#sql.exec('DELETE FROM waiting WHERE participant_id = ?', participantId)
  }
}
