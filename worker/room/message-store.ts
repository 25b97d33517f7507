import type { Message } from '../../protocol/message.ts'
import type { Columns } from './rows.ts'

/** The statements about messages: they are stored, found and read, and never changed. */
export class MessageStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Stores a message. @param marks what its row carries for `blocks` */
  add(message: Message, marks: ArrayBuffer | null): void {
    this.#sql.exec(
      `INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, marks) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      message.seq,
      message.id,
      message.participantId,
      message.sender,
      message.text,
      message.timestamp,
      marks,
    )
  }

  /** The message among these that its participant stored under `id`, or null. */
  among(roomId: string, seqs: readonly number[], participantId: string, id: string): Message | null {
    const where = 'WHERE seq IN (SELECT value FROM json_each(?)) AND participant_id = ? AND id = ?'
    return this.#page(roomId, where, JSON.stringify(seqs), participantId, id)[0] ?? null
  }

  /** What every message up to `until` carries whose `seq` is a multiple of `size`. Reads those rows and no other. */
  blocks(size: number, until: number): { seq: number; marks: ArrayBuffer | null }[] {
    const ends = Array.from({ length: Math.floor(until / size) }, (_, at) => (at + 1) * size)
    const sql = `SELECT seq, marks FROM json_each(?) CROSS JOIN messages ON seq = value`
    return this.#sql.exec<{ seq: number; marks: ArrayBuffer | null }>(sql, JSON.stringify(ends)).toArray()
  }

  /** Whose and under which id the messages above `after` are, up to `until`. */
  ids(after: number, until: number): Pick<Message, 'seq' | 'participantId' | 'id'>[] {
    const sql =
      'SELECT seq, participant_id AS participantId, id FROM messages WHERE seq > ? AND seq <= ? ORDER BY seq'
    return this.#sql.exec<Pick<Message, 'seq' | 'participantId' | 'id'>>(sql, after, until).toArray()
  }

  /** The newest message's `seq` and time; 0 and null in a room in which nobody has spoken. */
  newest(): { seq: number; timestamp: number | null } {
    const sql = 'SELECT seq, timestamp FROM messages ORDER BY seq DESC LIMIT 1'
    return this.#sql.exec<{ seq: number; timestamp: number }>(sql).toArray()[0] ?? { seq: 0, timestamp: null }
  }

  /** A page of history, ascending: the oldest `limit` above `after`, or else the newest `limit` below `before`. */
  history(roomId: string, page: { after?: number; before?: number; limit: number }): Message[] {
    const before = page.before ?? Number.MAX_SAFE_INTEGER
    const range = 'WHERE seq > ? AND seq < ? ORDER BY seq'
    if (page.after !== undefined)
      return this.#page(roomId, `${range} LIMIT ?`, page.after, before, page.limit)
    return this.#page(roomId, `${range} DESC LIMIT ?`, 0, before, page.limit).reverse()
  }

  #page(roomId: string, where: string, ...bindings: (string | number)[]): Message[] {
    const rows = this.#sql.exec<Columns<Omit<Message, 'roomId'>>>(
      `SELECT id, seq, participant_id AS participantId, sender, text, timestamp FROM messages ${where}`,
      ...bindings,
    )
    return Array.from(rows, ({ id, seq, ...rest }) => ({ id, seq, roomId, ...rest }))
  }
}
