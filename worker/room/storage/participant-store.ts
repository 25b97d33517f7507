import type { Columns, ParticipantRow } from './rows.ts'

/** The values of the column `spoke`: whether somebody has spoken, and whether under the current alias. */
const SPOKE = { never: 0, underAlias: 1, underEarlierAlias: 2 } as const

type ParticipantColumns = Columns<Omit<ParticipantRow, 'hasSpoken' | 'hasSpokenAsAlias'>> & { spoke: number }

/** Since when somebody has no connection, and whether their own side closed the last one; or since when they have one. */
export type IdleTime = Pick<ParticipantRow, 'idleSince' | 'hasClosed' | 'connectedSince'>

/** The statements about the seats of a room. All of them are synchronous. */
export class ParticipantStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** @returns all who have a seat, and those who were removed, in the order of joining */
  loadParticipants(): ParticipantRow[] {
    const rows = this.#sql.exec<ParticipantColumns>(
      `SELECT n AS seatNumber, participant_id AS participantId, alias, role, token AS tokenHash, spoke,
         idle_since AS idleSince, removed AS isRemoved, relay, has_closed AS hasClosed, card,
         connected_since AS connectedSince,
         muted_until AS mutedUntil, hand_raised_at AS handRaisedAt, from_seq AS fromSeq, seated_seq AS seatedSeq, has_host_token AS hasHostToken
       FROM participants ORDER BY n`,
    )
    return Array.from(rows, ({ spoke, isRemoved, hasClosed, hasHostToken, ...row }) => ({
      ...row,
      hasSpoken: spoke !== SPOKE.never,
      hasSpokenAsAlias: spoke === SPOKE.underAlias,
      isRemoved: isRemoved === 1,
      hasClosed: hasClosed === 1,
      hasHostToken: hasHostToken === 1,
    }))
  }

  /** Stores a new seat. */
  addParticipant(row: ParticipantRow): void {
    this.#sql.exec(
      `INSERT INTO participants
         (n, participant_id, alias, role, token, idle_since, relay, card, from_seq, seated_seq, has_host_token, removed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row.seatNumber,
      row.participantId,
      row.alias,
      row.role,
      row.tokenHash,
      row.idleSince,
      row.relay,
      row.card,
      row.fromSeq,
      row.seatedSeq,
      row.hasHostToken ? 1 : 0,
      row.isRemoved ? 1 : 0,
    )
  }

  /** Sets the alias of a participant, who has not spoken under it yet. */
  setAlias(seatNumber: number, alias: string): void {
    this.#sql.exec(
      `UPDATE participants
       SET alias = ?, spoke = iif(spoke = ${SPOKE.never}, ${SPOKE.never}, ${SPOKE.underEarlierAlias}) WHERE n = ?`,
      alias,
      seatNumber,
    )
  }

  /** Sets since when these seats have no connection, or have one. */
  setIdleSince(seatNumbers: readonly number[], { idleSince, hasClosed, connectedSince }: IdleTime): void {
    this.#sql.exec(
      `UPDATE participants SET idle_since = ?, has_closed = ?, connected_since = ?
       WHERE n IN (SELECT value FROM json_each(?))`,
      idleSince,
      hasClosed ? 1 : 0,
      connectedSince,
      JSON.stringify(seatNumbers),
    )
  }

  /** Stores that a participant has spoken under the current alias. */
  setSpoke(seatNumber: number): void {
    this.#sql.exec(`UPDATE participants SET spoke = ${SPOKE.underAlias} WHERE n = ?`, seatNumber)
  }

  /** Sets the card of a participant. */
  setCard(seatNumber: number, card: string | null): void {
    this.#sql.exec('UPDATE participants SET card = ? WHERE n = ?', card, seatNumber)
  }

  /** Sets what a host may change of a participant: the role, until when they are muted, and since when their hand is up. */
  setManaged(
    seatNumber: number,
    { role, mutedUntil, handRaisedAt }: Pick<ParticipantRow, 'role' | 'mutedUntil' | 'handRaisedAt'>,
  ): void {
    this.#sql.exec(
      'UPDATE participants SET role = ?, muted_until = ?, hand_raised_at = ? WHERE n = ?',
      role,
      mutedUntil,
      handRaisedAt,
      seatNumber,
    )
  }

  /** Stores that a participant's seat is the facilitator's now, who may read everything. Its token is stored apart. */
  makeFacilitator(seatNumber: number): void {
    this.#sql.exec(
      "UPDATE participants SET role = 'facilitator', token = NULL, from_seq = 0 WHERE n = ?",
      seatNumber,
    )
  }

  /** Stores that a participant was removed. Its card goes. */
  setRemoved(seatNumber: number): void {
    this.#sql.exec('UPDATE participants SET removed = 1, card = NULL WHERE n = ?', seatNumber)
  }

  /** Deletes seats that are freed. */
  deleteParticipants(seatNumbers: readonly number[]): void {
    this.#sql.exec(
      'DELETE FROM participants WHERE n IN (SELECT value FROM json_each(?))',
      JSON.stringify(seatNumbers),
    )
  }
}
