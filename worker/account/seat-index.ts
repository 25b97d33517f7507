import { isCreated } from '../storage/migrations.ts'

/** What a room is to be told of the sessions that have ended: those that took a seat there. */
export interface EndedSessions {
  roomId: string
  /** Ids of the sessions. */
  sessionIds: string[]
  /** Whether the password was changed: then their seats are dead, and those of sessions that ended before. */
  isRevoked: boolean
}

/** In the place of a session that has ended, and of which its room knows. */
const ANY_ENDED_SESSION = ''

/**
 * In which rooms a session has taken the facilitator's seat. Written before the seat is taken, and marked in the moment
 * in which the session ends: so a crash leaves a row that says which room is still to be told. All statements are
 * synchronous.
 */
export class SeatIndex {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Writes down that a session is about to take the seat of a room. Returns whether that was news. */
  beginSeat(sessionId: string, roomId: string): boolean {
    return (
      this.#sql.exec(
        "INSERT INTO seats (session_id, room_id, step) VALUES (?, ?, 'seated') ON CONFLICT DO NOTHING",
        sessionId,
        roomId,
      ).rowsWritten > 0
    )
  }

  /** A session has ended: its rooms are to be told. */
  endSession(sessionId: string): void {
    this.#sql.exec("UPDATE seats SET step = 'ending' WHERE session_id = ? AND step = 'seated'", sessionId)
  }

  /** The password was changed: every seat is to be given up that was taken before, but those of one session. */
  revokeOtherSessions(sessionId: string | null): void {
    this.#sql.exec("UPDATE seats SET step = 'revoking' WHERE coalesce(session_id <> ?, true)", sessionId)
  }

  /** What rooms are still to be told. */
  readUnreported(): EndedSessions[] {
    // The account was deleted while one of its rooms was told.
    if (!isCreated(this.#sql)) return []
    const rows = this.#sql
      .exec<{ sessionId: string; roomId: string; step: string }>(
        "SELECT session_id AS sessionId, room_id AS roomId, step FROM seats WHERE step IN ('ending', 'revoking')",
      )
      .toArray()
    return [...Map.groupBy(rows, ({ roomId }) => roomId)].map(([roomId, seats]) => ({
      roomId,
      sessionIds: seats
        .map(({ sessionId }) => sessionId)
        .filter((sessionId) => sessionId !== ANY_ENDED_SESSION),
      isRevoked: seats.some(({ step }) => step === 'revoking'),
    }))
  }

  /** A room was told. What is a participant's seat there now is remembered, for the day when the password is changed. */
  confirmReported({ roomId, sessionIds, isRevoked }: EndedSessions): void {
    if (!isCreated(this.#sql)) return
    this.#sql.exec(
      `DELETE FROM seats WHERE room_id = ? AND step IN ('ending', 'revoking')
         AND session_id IN (SELECT value FROM json_each(?))`,
      roomId,
      JSON.stringify([...sessionIds, ...(isRevoked ? [ANY_ENDED_SESSION] : [])]),
    )
    if (isRevoked) return
    this.#sql.exec(
      "INSERT INTO seats (session_id, room_id, step) VALUES (?, ?, 'ended') ON CONFLICT DO NOTHING",
      ANY_ENDED_SESSION,
      roomId,
    )
  }

  /** When the first session that holds a seat was used last, Unix milliseconds; null where none does. */
  findOldestUse(): number | null {
    return this.#sql
      .exec<{ at: number | null }>(
        `SELECT min(seen_at) AS at FROM sessions
         WHERE session_id IN (SELECT session_id FROM seats WHERE step = 'seated')`,
      )
      .one().at
  }
}
