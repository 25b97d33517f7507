import type { SessionId } from '../../protocol/account.ts'
import type { RoomId } from '../../protocol/room.ts'
import { claimSessionId } from '../ids.ts'
import { isCreated } from '../storage/migrations.ts'

/** The sessions that took a seat in a room and have ended, as they are reported to the room. */
interface EndedSessions {
  roomId: RoomId
  sessionIds: SessionId[]
  /** Whether the password was changed: then the seats are worthless, also those of sessions that ended before. */
  isRevoked: boolean
}

/** Stands for every session that has ended and was reported to its room. */
const ANY_ENDED_SESSION = claimSessionId('')

/**
 * The rooms in which a session has taken the facilitator's seat. A row is written before the seat is taken, and updated
 * when the session ends, so that a crash leaves a row for each room that still needs the report. All statements are
 * synchronous.
 */
export class SeatIndex {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Writes that a session is about to take the seat of a room. @returns whether that was new */
  beginSeat(sessionId: SessionId, roomId: RoomId): boolean {
    return (
      this.#sql.exec(
        "INSERT INTO seats (session_id, room_id, step) VALUES (?, ?, 'seated') ON CONFLICT DO NOTHING",
        sessionId,
        roomId,
      ).rowsWritten > 0
    )
  }

  /** Writes that a session has ended, and that its rooms need the report. */
  endSession(sessionId: SessionId): void {
    this.#sql.exec("UPDATE seats SET step = 'ending' WHERE session_id = ? AND step = 'seated'", sessionId)
  }

  /** Writes that the password was changed: every seat that was taken before is worthless, except those of one session. */
  revokeOtherSessions(sessionId: SessionId | null): void {
    this.#sql.exec("UPDATE seats SET step = 'revoking' WHERE coalesce(session_id <> ?, true)", sessionId)
  }

  /** Returns the ended sessions that are not reported to their rooms. */
  readUnreported(): EndedSessions[] {
    // The account may have been deleted during a report.
    if (!isCreated(this.#sql)) return []
    const rows = this.#sql
      .exec<{ sessionId: SessionId; roomId: RoomId; step: string }>(
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

  /** Writes that a room has the report. The seat is a participant's now, and is remembered for when the password changes. */
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

  /** Returns when the session with a seat that is unused for longest was used, Unix milliseconds; null where none has a seat. */
  findOldestUse(): number | null {
    return this.#sql
      .exec<{ at: number | null }>(
        `SELECT min(seen_at) AS at FROM sessions
         WHERE session_id IN (SELECT session_id FROM seats WHERE step = 'seated')`,
      )
      .one().at
  }
}
