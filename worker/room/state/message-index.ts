import type { Message } from '../../../protocol/message.ts'
import type { MessageStore } from '../storage/message-store.ts'
import type { RoomRow } from '../storage/rows.ts'

/** Messages to a block: the last one's row carries the marks of them all. */
export const BLOCK = 128

/**
 * The messages of a room, each stored once: a participant's second message under the same id is the first one.
 *
 * An index in storage that finds an id would be one more row written with each message, and those rows are most of what
 * a room costs (docs/cost.md). So ids are known by heart, as marks of 30 bits. After waking they are read as soon as
 * somebody says something: a row for each block of messages, and one for each message since the last whole block.
 * Two ids may have one mark: what it leads to is compared, so nothing depends on its quality but speed.
 */
export class MessageIndex {
  readonly #store: MessageStore
  readonly #roomId: string
  readonly #seed: number
  /** Where the messages with a mark are; null until somebody said something after waking. */
  #seqsByHash: Map<number, number | number[]> | null = null
  /** The marks of the messages since the last whole block. */
  #blockHashes: number[] = []

  constructor(store: MessageStore, { roomId, hostToken }: Pick<RoomRow, 'roomId' | 'hostToken'>) {
    this.#store = store
    this.#roomId = roomId
    // Known to the room alone, and to its host, who may end it anyway: nobody else can look for ids that share a mark.
    this.#seed = idHashOf(0, hostToken)
  }

  /** The message that a participant stored under `id`, or null. */
  findMessage(participantId: string, id: string): Message | null {
    const seqs = this.#loadedHashes().get(this.#hashOf(participantId, id))
    if (seqs === undefined) return null
    return this.#store.findAmong(this.#roomId, [seqs].flat(), participantId, id)
  }

  /** Stores a message that `find` did not find, as the next one. Throws, and leaves nothing, where it can't be written. */
  addMessage(message: Message): void {
    const seqs = this.#loadedHashes()
    const { seq, participantId, id } = message
    const mark = this.#hashOf(participantId, id)
    const isLast = seq % BLOCK === 0
    this.#store.addMessage(message, isLast ? new Int32Array([...this.#blockHashes, mark]).buffer : null)
    this.#addHash(seqs, mark, seq)
  }

  #loadedHashes(): Map<number, number | number[]> {
    this.#seqsByHash ??= this.#readHashes()
    return this.#seqsByHash
  }

  /** Reads all marks. */
  #readHashes(): Map<number, number | number[]> {
    const last = this.#store.readNewest().seq
    const blocks = new Map(this.#store.readBlocks(BLOCK, last).map(({ seq, marks }) => [seq, marks]))
    const seqs = new Map<number, number | number[]>()
    for (let from = 0; from < last; from += BLOCK) {
      const marks = blocks.get(from + BLOCK)
      if (marks)
        for (const [at, mark] of new Int32Array(marks).entries()) this.#addHash(seqs, mark, from + at + 1)
      else
        for (const { seq, participantId, id } of this.#store.readIds(from, from + BLOCK))
          this.#addHash(seqs, this.#hashOf(participantId, id), seq)
    }
    return seqs
  }

  #addHash(seqs: Map<number, number | number[]>, mark: number, seq: number): void {
    const known = seqs.get(mark)
    seqs.set(mark, known === undefined ? seq : [known, seq].flat())
    this.#blockHashes.push(mark)
    if (seq % BLOCK === 0) this.#blockHashes = []
  }

  #hashOf(participantId: string, id: string): number {
    return idHashOf(this.#seed, participantId + id)
  }
}

/**
 * 30 bits of a text, which is what a Map holds without a box: FNV-1a (its prime) on the seed, then the end of
 * MurmurHash3 (its shifts and factors), which spreads the last letters.
 */
export function idHashOf(seed: number, text: string): number {
  let bits = seed ^ 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193)
    // All of the seed decides what the next letter does: without that its last seven bits would, and ids could be made
    // that share a mark in one room of 128.
    bits ^= bits >>> 15
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 2
}
