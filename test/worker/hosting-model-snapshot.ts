import { runInRoom } from './person.ts'

export type Seat = { id: string; alias: string; role: string; mutedUntil: number | null }
type Stored = { seq: number; participantId: string; text: string; timestamp: number }
export type Settings = { quiet: number; slow: number; door: string; locked: number; startedAt: number | null }

/** What is stored of a room at one moment. */
export interface Snapshot extends Settings {
  /** The seats that are taken, the oldest first. */
  seats: Map<string, Seat>
  waiting: Set<string>
  messages: Stored[]
}

/** @returns what is stored of a room; null where it is gone */
export async function readSnapshot(roomId: string): Promise<Snapshot | null> {
  return runInRoom(roomId, ({ sql }) => {
    const tables = new Set(
      sql
        .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
        .toArray()
        .map(({ name }) => name),
    )
    if (!tables.has('room')) return null
    const settings = sql
      .exec<Settings>('SELECT quiet, slow, door, locked, started_at AS startedAt FROM room')
      .one()
    const seats = sql
      .exec<Seat>(
        `SELECT participant_id AS id, alias, role, muted_until AS mutedUntil
         FROM participants WHERE removed = 0 ORDER BY n`,
      )
      .toArray()
    const waiting = tables.has('waiting')
      ? sql.exec<{ id: string }>('SELECT participant_id AS id FROM waiting').toArray()
      : []
    const messages = sql
      .exec<Stored>('SELECT seq, participant_id AS participantId, text, timestamp FROM messages ORDER BY seq')
      .toArray()
    return {
      ...settings,
      seats: new Map(seats.map((seat) => [seat.id, seat])),
      waiting: new Set(waiting.map(({ id }) => id)),
      messages,
    }
  })
}
