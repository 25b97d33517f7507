import type { Message, MessageId } from '../../../protocol/message.ts'
import type { ParticipantId } from '../../../protocol/participant.ts'
import type { RoomId } from '../../../protocol/room.ts'
import type { MessageStore } from '../storage/message-store.ts'
import type { MessageRow, ParticipantRow, RoomRow } from '../storage/rows.ts'
import { idHashOf } from './id-hash.ts'

/** Messages in a block. The row of the last one holds the id hashes of all of them. */
export const BLOCK = 128

/** The newest message of a room. Where there is none, `seq` is 0 and `timestamp` null. */
export interface NewestMessage {
  seq: number
  /** Unix milliseconds. */
  timestamp: number | null
}

/** Whose message it is, and the newest message that they may not read. */
type MessageAuthor = Pick<ParticipantRow, 'participantId' | 'fromSeq'>

/**
 * Finds the messages of a room by participant and id, so that a message which is sent twice is stored once.
 *
 * An index in storage would write one more row with each message, and such rows are most of what a room costs
 * (docs/cost.md). So the ids are kept in memory, as hashes of 30 bits. After waking they are read as soon as somebody sends
 * a message: one row for each block of messages, and one for each message since the last whole block. Two ids may have the
 * same hash: the messages that it leads to are compared, so only speed depends on its quality.
 */
export class MessageIndex {
  readonly #store: MessageStore
  readonly #roomId: RoomId
  readonly #seed: number
  #lastSeq: number
  #lastMessageAt: number | null
  /** The `seq`s of the messages with a hash; null until somebody sent a message after waking. */
  #seqsByHash: Map<number, number | number[]> | null = null
  /** The id hashes of the messages since the last whole block. */
  #blockHashes: number[] = []

  /** @param newest the newest message that is stored */
  constructor(
    store: MessageStore,
    { roomId, hostTokenHash }: Pick<RoomRow, 'roomId' | 'hostTokenHash'>,
    newest: NewestMessage = { seq: 0, timestamp: null },
  ) {
    this.#store = store
    this.#roomId = roomId
    this.#lastSeq = newest.seq
    this.#lastMessageAt = newest.timestamp
    // Only the room and its host know this seed, so nobody else can search for ids that share a hash.
    this.#seed = idHashOf(0, hostTokenHash)
  }

  /** The `seq` of the newest message; 0 where there is none. */
  get lastSeq(): number {
    return this.#lastSeq
  }

  /** When the newest message was stored, Unix milliseconds; null where there is none. */
  get lastMessageAt(): number | null {
    return this.#lastMessageAt
  }

  /**
   * @param author whose seat it is. What was stored before they got it may be another's, who left an id that follows from a
   *   public key: it is not found.
   * @returns the message that a participant stored under `id`, or null
   */
  findMessage({ participantId, fromSeq }: MessageAuthor, id: MessageId): Message | null {
    const seqs = this.#loadedHashes().get(this.#hashOf(participantId, id))
    if (seqs === undefined) return null
    const readable = [seqs].flat().filter((seq) => seq > fromSeq)
    return this.#store.findAmong(this.#roomId, readable, participantId, id)
  }

  /**
   * Stores a message that `findMessage` did not find, as the next one. Throws, and changes nothing, where storage refuses
   * it.
   */
  addMessage(message: MessageRow): void {
    const seqs = this.#loadedHashes()
    const { seq, participantId, id, timestamp } = message
    const hash = this.#hashOf(participantId, id)
    const isLast = seq % BLOCK === 0
    this.#store.addMessage(message, isLast ? new Int32Array([...this.#blockHashes, hash]).buffer : null)
    this.#addHash(seqs, hash, seq)
    this.#lastSeq = seq
    this.#lastMessageAt = timestamp
  }

  #loadedHashes(): Map<number, number | number[]> {
    this.#seqsByHash ??= this.#readHashes()
    return this.#seqsByHash
  }

  #readHashes(): Map<number, number | number[]> {
    const last = this.#store.readNewest().seq
    const blocks = new Map(this.#store.readBlocks(BLOCK, last).map(({ seq, idHashes }) => [seq, idHashes]))
    const seqs = new Map<number, number | number[]>()
    for (let from = 0; from < last; from += BLOCK) {
      const hashes = blocks.get(from + BLOCK)
      if (hashes)
        for (const [at, hash] of new Int32Array(hashes).entries()) this.#addHash(seqs, hash, from + at + 1)
      else
        for (const { seq, participantId, id } of this.#store.readIds(from, from + BLOCK))
          this.#addHash(seqs, this.#hashOf(participantId, id), seq)
    }
    return seqs
  }

  #addHash(seqs: Map<number, number | number[]>, hash: number, seq: number): void {
    const known = seqs.get(hash)
    seqs.set(hash, known === undefined ? seq : [known, seq].flat())
    this.#blockHashes.push(hash)
    if (seq % BLOCK === 0) this.#blockHashes = []
  }

  #hashOf(participantId: ParticipantId, id: MessageId): number {
    return idHashOf(this.#seed, participantId + id)
  }
}
