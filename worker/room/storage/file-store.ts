import { FILE_CHUNKS_MAX } from '../../../protocol/file-limits.ts'
import type { FileId } from '../../../protocol/files.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import { LateTables } from './late-tables.ts'

/** A file as it is stored. */
export interface FileRow {
  /** Numbers the files of a room. */
  number: number
  fileId: FileId
  participantId: ParticipantId
  /** Octets that were announced. */
  size: number
  chunks: number
  /** When it was announced, Unix milliseconds. */
  createdAt: number
  /** The message that it belongs to; null while no message names it. */
  seq: number | null
}

/** A chunk as it is stored, without its octets. */
export interface ChunkRow {
  /** The number of its file. */
  number: number
  index: number
  /** How many octets it has. */
  octets: number
  /** When it came, Unix milliseconds. */
  storedAt: number
}

const TABLES = `
  CREATE TABLE files (
    n INTEGER PRIMARY KEY, file_id TEXT NOT NULL, participant_id TEXT NOT NULL, size INTEGER NOT NULL,
    chunks INTEGER NOT NULL, created_at INTEGER NOT NULL, seq INTEGER
  );
  CREATE TABLE chunks (n INTEGER PRIMARY KEY, stored_at INTEGER NOT NULL, octets BLOB NOT NULL)`

/**
 * The files of a room and their chunks, a row each. The tables are made with the first of them: most rooms have none. A chunk's key
 * is the number of its file times the chunks that a file may have, and its index: so a chunk is one row, and no index is written
 * with it. All statements are synchronous.
 */
export class FileStore {
  readonly #sql: SqlStorage
  readonly #tables: LateTables

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#tables = new LateTables(sql, 'files', TABLES)
  }

  /** Whether a file was ever announced in this room. Without it nothing is to be read here. */
  get isCreated(): boolean {
    return this.#tables.isCreated
  }

  /** Stores that a file was announced. */
  addFile({ number, fileId, participantId, size, chunks, createdAt, seq }: FileRow): void {
    this.#tables.createTables()
    this.#sql.exec(
      'INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?)',
      number,
      fileId,
      participantId,
      size,
      chunks,
      createdAt,
      seq,
    )
  }

  /**
   * Stores a chunk that is not stored yet.
   * @returns false where the object has stored all that the platform allows
   */
  addChunk(number: number, index: number, octets: ArrayBuffer, now: number): boolean {
    try {
      this.#sql.exec('INSERT INTO chunks VALUES (?, ?, ?)', keyOf(number, index), now, octets)
      return true
    } catch (error) {
      if (error instanceof Error && error.message.includes('SQLITE_FULL')) return false
      throw error
    }
  }

  /** @returns the octets of a chunk; null where it is not stored */
  readChunk(number: number, index: number): ArrayBuffer | null {
    return (
      this.#sql
        .exec<{ octets: ArrayBuffer }>('SELECT octets FROM chunks WHERE n = ?', keyOf(number, index))
        .toArray()[0]?.octets ?? null
    )
  }

  /** Stores that a file belongs to a message. */
  setSeq(number: number, seq: number): void {
    this.#sql.exec('UPDATE files SET seq = ? WHERE n = ?', seq, number)
  }

  /** Deletes a file and its chunks. */
  deleteFile(number: number): void {
    this.#sql.exec('DELETE FROM chunks WHERE n >= ? AND n < ?', keyOf(number, 0), keyOf(number + 1, 0))
    this.#sql.exec('DELETE FROM files WHERE n = ?', number)
  }

  /** @returns every file, in the order of announcing */
  loadFiles(): FileRow[] {
    if (!this.isCreated) return []
    return this.#sql
      .exec<FileRow & Record<string, SqlStorageValue>>(
        `SELECT n AS number, file_id AS fileId, participant_id AS participantId, size, chunks,
           created_at AS createdAt, seq FROM files ORDER BY n`,
      )
      .toArray()
  }

  /** @returns every chunk, without its octets, which SQLite need not read for it */
  loadChunks(): ChunkRow[] {
    if (!this.isCreated) return []
    return this.#sql
      .exec<ChunkRow & Record<string, SqlStorageValue>>(
        // Not by bindings, which are floating point: a division by one would have a remainder in it.
        `SELECT n / ${FILE_CHUNKS_MAX} AS number, n % ${FILE_CHUNKS_MAX} AS "index", length(octets) AS octets,
           stored_at AS storedAt FROM chunks ORDER BY n`,
      )
      .toArray()
  }
}

/** The key of a chunk. */
function keyOf(number: number, index: number): number {
  return number * FILE_CHUNKS_MAX + index
}
