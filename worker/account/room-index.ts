import type { RoomId } from '../../protocol/room.ts'
import { foldLine } from '../../protocol/text.ts'
import { isCreated } from '../storage/migrations.ts'

/**
 * Where a room of an account stands between the two objects that know it. In `live` nothing is left to do. The other steps
 * name what was begun, and are written before it begins.
 */
export type RoomStep = 'creating' | 'live' | 'changing' | 'deleting'

/** What the account knows of a room. The room's object knows everything else, and is asked for it. */
export interface RoomEntry {
  roomId: RoomId
  step: RoomStep
  /** The title as it is compared: every spelling of a title has the same key, and no two rooms of an account have one. */
  titleKey: string
  /** The key of the title that the room is about to get. */
  nextTitleKey: string | null
  /** When nothing is left of the room, as far as the account knows, Unix milliseconds. */
  goneAt: number
}

/** What the index follows of a room. */
interface IndexedRoom {
  title: string
  closesAt: number
  retainFor: number
}

const COLUMNS =
  'room_id AS roomId, step, title_key AS titleKey, next_title_key AS nextTitleKey, gone_at AS goneAt'

/** The statements about an account's rooms. All of them are synchronous. */
export class RoomIndex {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Returns every entry, newest first. */
  readEntries(): RoomEntry[] {
    return this.#select('ORDER BY n DESC')
  }

  /** Returns the entry of a room; null where the account has no such room. */
  findEntry(roomId: RoomId): RoomEntry | null {
    return this.#select('WHERE room_id = ?', roomId)[0] ?? null
  }

  /** Returns the rooms that have this title, or are about to get it. A room that is being deleted has none. */
  findByTitle(titleKey: string): RoomEntry[] {
    return this.#select("WHERE ? IN (title_key, next_title_key) AND step <> 'deleting'", titleKey)
  }

  /** Writes that a room is about to be made. */
  beginCreate(roomId: RoomId, room: IndexedRoom): void {
    this.#sql.exec(
      "INSERT INTO rooms (room_id, step, title_key, gone_at) VALUES (?, 'creating', ?, ?)",
      roomId,
      foldLine(room.title),
      goneAt(room),
    )
  }

  /** Writes that a room is about to be changed, and perhaps to get another title. */
  beginChange(roomId: RoomId, title: string | undefined): void {
    this.#sql.exec(
      "UPDATE rooms SET step = 'changing', next_title_key = ? WHERE room_id = ?",
      title === undefined ? null : foldLine(title),
      roomId,
    )
  }

  /** Writes that a room is about to be deleted. */
  beginDelete(roomId: RoomId): void {
    this.#sql.exec("UPDATE rooms SET step = 'deleting' WHERE room_id = ?", roomId)
  }

  /** Writes the state that the room has returned: no step is left. Writes only what differs. */
  confirmEntry(roomId: RoomId, room: IndexedRoom): void {
    this.#sql.exec(
      `UPDATE rooms SET step = 'live', title_key = ?1, next_title_key = NULL, gone_at = ?2
       WHERE room_id = ?3 AND (step <> 'live' OR title_key <> ?1 OR gone_at <> ?2)`,
      foldLine(room.title),
      goneAt(room),
      roomId,
    )
  }

  /** Writes that a change was not made. */
  cancelChange(roomId: RoomId): void {
    this.#sql.exec("UPDATE rooms SET step = 'live', next_title_key = NULL WHERE room_id = ?", roomId)
  }

  /** Deletes the entry of a room of which nothing is left. */
  deleteEntry(roomId: RoomId): void {
    this.#sql.exec('DELETE FROM rooms WHERE room_id = ?', roomId)
    this.#sql.exec('DELETE FROM seats WHERE room_id = ?', roomId)
  }

  #select(where: string, ...bindings: string[]): RoomEntry[] {
    // The account may have been deleted while one of its rooms was asked.
    if (!isCreated(this.#sql)) return []
    const rows = this.#sql.exec<{
      roomId: RoomId
      step: RoomStep
      titleKey: string
      nextTitleKey: string | null
      goneAt: number
    }>(`SELECT ${COLUMNS} FROM rooms ${where}`, ...bindings)
    return rows.toArray()
  }
}

function goneAt({ closesAt, retainFor }: IndexedRoom): number {
  return closesAt + retainFor * 1000
}
