import { aliasKey } from '../../protocol/text.ts'
import { isCreated } from '../storage/migrations.ts'

/**
 * Where a room of an account stands between the two objects that know of it. `live` is the only one in which nothing
 * is to be done; the others say what was begun, and are written before it is begun.
 */
export type RoomStep = 'creating' | 'live' | 'changing' | 'deleting'

/** What the account knows of a room. Everything else is in the room's object, and asked for there. */
export interface RoomEntry {
  roomId: string
  step: RoomStep
  /** What its title shares with every spelling of it, by which titles are unique. */
  titleKey: string
  /** The title it is being given. */
  nextTitleKey: string | null
  /** When nothing of it is left, as far as the account knows, Unix milliseconds. */
  goneAt: number
}

/** What of a room the account's index follows. */
export interface IndexedRoom {
  roomId: string
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

  /** Every room, newest first. */
  readEntries(): RoomEntry[] {
    return this.#select('ORDER BY n DESC')
  }

  /** The entry of a room; null where the account has none by that id. */
  findEntry(roomId: string): RoomEntry | null {
    return this.#select('WHERE room_id = ?', roomId)[0] ?? null
  }

  /** The rooms that have this title, or are being given it. Those being deleted have given it back. */
  findByTitle(titleKey: string): RoomEntry[] {
    return this.#select("WHERE ? IN (title_key, next_title_key) AND step <> 'deleting'", titleKey)
  }

  /** Writes down that a room is about to be made. */
  beginCreate(room: IndexedRoom): void {
    this.#sql.exec(
      "INSERT INTO rooms (room_id, step, title_key, gone_at) VALUES (?, 'creating', ?, ?)",
      room.roomId,
      aliasKey(room.title),
      goneAt(room),
    )
  }

  /** Writes down that a room is about to be changed, and perhaps given another title. */
  beginChange(roomId: string, title: string | undefined): void {
    this.#sql.exec(
      "UPDATE rooms SET step = 'changing', next_title_key = ? WHERE room_id = ?",
      title === undefined ? null : aliasKey(title),
      roomId,
    )
  }

  /** Writes down that a room is about to be deleted. */
  beginDelete(roomId: string): void {
    this.#sql.exec("UPDATE rooms SET step = 'deleting' WHERE room_id = ?", roomId)
  }

  /** Follows what the room says of itself: nothing is under way any more. Writes only what differs. */
  confirmEntry(room: IndexedRoom): void {
    this.#sql.exec(
      `UPDATE rooms SET step = 'live', title_key = ?1, next_title_key = NULL, gone_at = ?2
       WHERE room_id = ?3 AND (step <> 'live' OR title_key <> ?1 OR gone_at <> ?2)`,
      aliasKey(room.title),
      goneAt(room),
      room.roomId,
    )
  }

  /** Nothing was changed after all. */
  cancelChange(roomId: string): void {
    this.#sql.exec("UPDATE rooms SET step = 'live', next_title_key = NULL WHERE room_id = ?", roomId)
  }

  /** Forgets a room of which nothing is left. */
  deleteEntry(roomId: string): void {
    this.#sql.exec('DELETE FROM rooms WHERE room_id = ?', roomId)
    this.#sql.exec('DELETE FROM seats WHERE room_id = ?', roomId)
  }

  #select(where: string, ...bindings: string[]): RoomEntry[] {
    // The account was deleted while one of its rooms was asked.
    if (!isCreated(this.#sql)) return []
    const rows = this.#sql.exec<{
      roomId: string
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
