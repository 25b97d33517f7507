import type { Message, MessageId } from '../../../protocol/message.ts'
import type { MessageUpdate } from '../../../protocol/message-update.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import type { RoomId } from '../../../protocol/room.ts'
import type { MessageRow } from './rows.ts'

/** A message and its JSON. */
interface SerialisedMessage {
  message: Message
  json: string
}

interface MessageColumns extends Record<string, string | number | null> {
  id: string
  seq: number
  participantId: string
  sender: string
  text: string
  timestamp: number
  /** JSON of what only some messages have: `replyTo`, `expires`, `burn`, `files`, `choice`, `kind`, `options`, and what says of their changes. */
  details: string | null
}

/** The text of a message, and what it says of its changes. */
type StoredText = Omit<MessageUpdate, 'rev'>

/** Which messages are read: the oldest `limit` above `after`, or else the newest `limit` below `before`. */
interface HistoryPage {
  /** The newest message that the reader may not read; undefined where they may read all. */
  fromSeq?: number | undefined
  after?: number | undefined
  before?: number | undefined
  limit: number
  /** Characters of JSON in the whole page, at most; the first message is read whatever its size. */
  characters: number
}

/** Messages that one statement reads, because a page of large messages ends long before its limit. */
const READ_AT_ONCE = 50

/** The statements about messages. */
export class MessageStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Stores a message. @param idHashes the id hashes of its block where it is the last one of that; null otherwise */
  addMessage(message: MessageRow, idHashes: ArrayBuffer | null): void {
    this.#sql.exec(
      `INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, id_hashes, details)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      message.seq,
      message.id,
      message.participantId,
      message.sender,
      message.text,
      message.timestamp,
      idHashes,
      detailsOf(message),
    )
  }

  /** Overwrites the text of a message, and what only some messages have. Its number, id and sender stay. */
  replaceMessage(message: Message): void {
    const sql = 'UPDATE messages SET text = ?, details = ? WHERE seq = ?'
    this.#sql.exec(sql, message.text, detailsOf(message), message.seq)
  }

  /** @returns the texts of these messages, and what they say of their changes */
  readTexts(seqs: readonly number[]): StoredText[] {
    if (seqs.length === 0) return []
    const sql = 'SELECT seq, text, details FROM json_each(?) CROSS JOIN messages ON seq = value'
    const rows = this.#sql.exec<Pick<MessageColumns, 'seq' | 'text' | 'details'>>(sql, JSON.stringify(seqs))
    return Array.from(rows, ({ seq, text, details }) => {
      const { edit, editedAt, epoch, deletedAt, byHost, deletedBy } =
        details === null ? {} : JSON.parse(details)
      return { seq, text, edit, editedAt, epoch, deletedAt, byHost, deletedBy }
    })
  }

  /** @returns the message among `seqs` that a participant stored under `id`, or null */
  findAmong(
    roomId: RoomId,
    seqs: readonly number[],
    participantId: ParticipantId,
    id: MessageId,
  ): Message | null {
    const where = 'WHERE seq IN (SELECT value FROM json_each(?)) AND participant_id = ? AND id = ?'
    return this.#readPage(roomId, where, JSON.stringify(seqs), participantId, id)[0] ?? null
  }

  /** @returns the id hashes of every whole block of `size` messages up to `until`. Reads one row for each block. */
  readBlocks(size: number, until: number): { seq: number; idHashes: ArrayBuffer | null }[] {
    const ends = Array.from({ length: Math.floor(until / size) }, (_, at) => (at + 1) * size)
    const sql = `SELECT seq, id_hashes AS idHashes FROM json_each(?) CROSS JOIN messages ON seq = value`
    return this.#sql.exec<{ seq: number; idHashes: ArrayBuffer | null }>(sql, JSON.stringify(ends)).toArray()
  }

  /** @returns sender and id of the messages above `after`, up to `until` */
  readIds(after: number, until: number): Pick<MessageRow, 'seq' | 'participantId' | 'id'>[] {
    const sql =
      'SELECT seq, participant_id AS participantId, id FROM messages WHERE seq > ? AND seq <= ? ORDER BY seq'
    return this.#sql.exec<Pick<MessageRow, 'seq' | 'participantId' | 'id'>>(sql, after, until).toArray()
  }

  /** @returns `seq` and time of the newest message; 0 and null where there is none */
  readNewest(): { seq: number; timestamp: number | null } {
    const sql = 'SELECT seq, timestamp FROM messages ORDER BY seq DESC LIMIT 1'
    return this.#sql.exec<{ seq: number; timestamp: number }>(sql).toArray()[0] ?? { seq: 0, timestamp: null }
  }

  /** @returns when everybody who spoke since then spoke last. @param since Unix milliseconds */
  readSpokenTimes(since: number): Map<ParticipantId, number> {
    const rows = this.#sql.exec<Pick<MessageRow, 'participantId' | 'timestamp'>>(
      'SELECT participant_id AS participantId, timestamp FROM messages ORDER BY seq DESC',
    )
    const spokeAt = new Map<ParticipantId, number>()
    // Rows are read one by one, and no more than these.
    for (const { participantId, timestamp } of rows) {
      if (timestamp < since) break
      if (!spokeAt.has(participantId)) spokeAt.set(participantId, timestamp)
    }
    return spokeAt
  }

  /** @returns a page of history, ascending. A message that the page has no room for is on the next page. */
  readHistory(roomId: RoomId, page: HistoryPage): SerialisedMessage[] {
    const isForward = page.after !== undefined
    let { before = Number.MAX_SAFE_INTEGER, characters } = page
    let after = Math.max(page.after ?? 0, page.fromSeq ?? 0)
    const read: SerialisedMessage[] = []
    while (read.length < page.limit) {
      const count = Math.min(READ_AT_ONCE, page.limit - read.length)
      const where = `WHERE seq > ? AND seq < ? ORDER BY seq ${isForward ? '' : 'DESC'} LIMIT ?`
      const messages = this.#readPage(roomId, where, after, before, count)
      for (const message of messages) {
        const json = JSON.stringify(message)
        characters -= json.length
        if (characters < 0 && read.length > 0) return inOrder(read, isForward)
        read.push({ message, json })
        if (isForward) after = message.seq
        else before = message.seq
      }
      if (messages.length < count) break
    }
    return inOrder(read, isForward)
  }

  /** @returns these messages, ascending */
  readMessages(roomId: RoomId, seqs: readonly number[]): Message[] {
    return this.#readPage(
      roomId,
      'WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq',
      JSON.stringify(seqs),
    )
  }

  #readPage(roomId: RoomId, where: string, ...bindings: (string | number)[]): Message[] {
    const rows = this.#sql.exec<MessageColumns>(
      `SELECT id, seq, participant_id AS participantId, sender, text, timestamp, details FROM messages ${where}`,
      ...bindings,
    )
    return Array.from(rows, ({ id, seq, details, ...rest }) => {
      const message: Message = { id, seq, roomId, ...rest }
      return details === null ? message : Object.assign(message, JSON.parse(details))
    })
  }
}

/** @returns the JSON of what only some messages have; null where this one has nothing of it */
function detailsOf({
  replyTo,
  expires,
  burn,
  files,
  choice,
  kind,
  options,
  edit,
  editedAt,
  epoch,
  deletedAt,
  byHost,
  deletedBy,
}: Message): string | null {
  const marks = { edit, editedAt, epoch, deletedAt, byHost, deletedBy }
  const json = JSON.stringify({ replyTo, expires, burn, files, choice, kind, options, ...marks })
  return json === '{}' ? null : json
}

function inOrder(read: SerialisedMessage[], isForward: boolean): SerialisedMessage[] {
  return isForward ? read : read.reverse()
}
