import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { claimMessageId, claimParticipantId, claimRoomId } from '../../worker/ids.ts'
import { idHashOf } from '../../worker/room/state/id-hash.ts'
import { BLOCK, MessageIndex } from '../../worker/room/state/message-index.ts'
import { MessageStore } from '../../worker/room/storage/message-store.ts'
import { ROOM_SCHEMA } from '../../worker/room/storage/schema.ts'
import { claimHash } from '../../worker/secrets/secret.ts'
import { createTables } from '../../worker/storage/migrations.ts'

const ROOM = { roomId: claimRoomId('a-room'), hostTokenHash: claimHash<'host'>('a hash') }

/** The messages of a room that woke, with what it takes to add some and to see what is read. */
class Woken {
  readonly #messages: MessageIndex
  readonly #sql: SqlStorage
  readonly #cursors: { rowsRead: number }[] = []

  constructor(sql: SqlStorage) {
    this.#sql = sql
    const exec: SqlStorage['exec'] = (...asked) => {
      const cursor = sql.exec(...asked)
      this.#cursors.push(cursor)
      return cursor as never
    }
    this.#messages = new MessageIndex(new MessageStore({ exec } as SqlStorage), ROOM)
  }

  /** Rows that were read since it woke. */
  get read(): number {
    return this.#cursors.reduce((sum, { rowsRead }) => sum + rowsRead, 0)
  }

  /** Stores the next message. */
  send(participantId: string, id: string): void {
    const { n } = this.#sql.exec<{ n: number }>('SELECT count(*) AS n FROM messages').one()
    const ids = { id: claimMessageId(id), participantId: claimParticipantId(participantId) }
    const sent = { ...ids, roomId: ROOM.roomId, sender: 'Ann', text: `as ${id}`, timestamp: 1 }
    this.#messages.addMessage({ ...sent, seq: n + 1 })
  }

  /** The `seq` of what is stored under an id. @param fromSeq the newest message before the seat of who asks */
  seqOf(participantId: string, id: string, fromSeq = 0): number | undefined {
    const author = { participantId: claimParticipantId(participantId), fromSeq }
    return this.#messages.findMessage(author, claimMessageId(id))?.seq
  }
}

/** In storage with a room's tables and so many messages of Ann's, `m1` and so on. */
function withMessages<T>(count: number, look: (sql: SqlStorage) => T): Promise<T> {
  return runInDurableObject(env.ROOMS.get(env.ROOMS.newUniqueId()), (_, { storage: { sql } }) => {
    createTables(sql, ROOM_SCHEMA)
    const room = new Woken(sql)
    for (let seq = 1; seq <= count; seq += 1) room.send('ann', `m${seq}`)
    return look(sql)
  })
}

const COUNTS = [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 3 * BLOCK + 5]

test.for(COUNTS)('of %i messages each is found after waking, and nothing else', (count) =>
  withMessages(count, (sql) => {
    const room = new Woken(sql)
    for (let seq = 1; seq <= count; seq += 1) expect(room.seqOf('ann', `m${seq}`)).toBe(seq)
    expect(room.seqOf('ann', `m${count + 1}`)).toBe(undefined)
    expect(room.seqOf('ben', 'm1')).toBe(undefined)
    room.send('ben', 'm1')
    expect([room.seqOf('ben', 'm1'), new Woken(sql).seqOf('ben', 'm1')]).toEqual([count + 1, count + 1])
  }),
)

test('who wakes again and again within a block goes on with it', () =>
  withMessages(BLOCK - 3, (sql) => {
    for (let seq = BLOCK - 2; seq <= 2 * BLOCK + 1; seq += 1) new Woken(sql).send('ann', `m${seq}`)
    const blocks = sql
      .exec<{ seq: number; size: number }>(
        'SELECT seq, length(id_hashes) AS size FROM messages WHERE id_hashes IS NOT NULL ORDER BY seq',
      )
      .toArray()
    expect(blocks).toEqual([BLOCK, 2 * BLOCK].map((seq) => ({ seq, size: 4 * BLOCK })))
    const room = new Woken(sql)
    for (let seq = 1; seq <= 2 * BLOCK + 1; seq += 1) expect(room.seqOf('ann', `m${seq}`)).toBe(seq)
  }))

test('messages are found where a block has lost its id hashes, too', () =>
  withMessages(2 * BLOCK + 1, (sql) => {
    sql.exec('UPDATE messages SET id_hashes = NULL')
    const room = new Woken(sql)
    for (let seq = 1; seq <= 2 * BLOCK + 1; seq += 1) expect(room.seqOf('ann', `m${seq}`)).toBe(seq)
  }))

test('waking reads a row for each block and each message since the last, and not before somebody speaks', () =>
  withMessages(20 * BLOCK + 5, (sql) => {
    const room = new Woken(sql)
    expect(room.read).toBe(0)
    room.seqOf('ann', 'new')
    // A row of the list of blocks for each of them, as well; and the newest, to know where they end.
    expect(room.read).toBeGreaterThanOrEqual(20 + 5)
    expect(room.read).toBeLessThanOrEqual(2 * 20 + 5 + 5)
  }))

test('ids with the same hash are distinguished', () =>
  withMessages(1, (sql) => {
    const seed = idHashOf(0, ROOM.hostTokenHash)
    const ids = new Map<number, string>()
    let joinPair: [string, string] | null = null
    for (let n = 0; joinPair === null; n += 1) {
      const id = `id-${n}`
      const idHash = idHashOf(seed, `ann${id}`)
      const other = ids.get(idHash)
      if (other !== undefined) joinPair = [other, id]
      ids.set(idHash, id)
    }
    const [one, other] = joinPair
    const room = new Woken(sql)
    room.send('ann', one)
    expect([room.seqOf('ann', one), room.seqOf('ann', other)]).toEqual([2, undefined])
    room.send('ann', other)
    for (const each of [room, new Woken(sql)])
      expect([each.seqOf('ann', one), each.seqOf('ann', other)]).toEqual([2, 3])
  }))

test('what was stored before a seat was taken is not found by who has that seat', () =>
  withMessages(3, (sql) => {
    const room = new Woken(sql)
    expect([room.seqOf('ann', 'm2', 1), room.seqOf('ann', 'm2', 2)]).toEqual([2, undefined])
    room.send('ann', 'm2')
    for (const each of [room, new Woken(sql)]) expect(each.seqOf('ann', 'm2', 3)).toBe(4)
  }))

test('a message that could not be written leaves nothing', () =>
  withMessages(BLOCK - 1, (sql) => {
    const room = new Woken(sql)
    room.seqOf('ann', 'm1')
    sql.exec("CREATE TRIGGER broken BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'no'); END")
    expect(() => room.send('ann', 'lost')).toThrow('no')
    sql.exec('DROP TRIGGER broken')
    expect(room.seqOf('ann', 'lost')).toBe(undefined)
    room.send('ann', 'kept')
    expect([room.seqOf('ann', 'kept'), new Woken(sql).seqOf('ann', 'kept')]).toEqual([BLOCK, BLOCK])
    expect(new Woken(sql).seqOf('ann', 'm1')).toBe(1)
  }))

test('ids that share a hash in one room share none in another', () => {
  const firsts = new Map<number, string>()
  const pairs: [string, string][] = []
  for (let n = 0; n < 150_000; n += 1) {
    // Of one length, in which alone hashes could depend on little of the seed.
    const text = n.toString(36).padStart(6, '0')
    const idHash = idHashOf(7, text)
    const first = firsts.get(idHash)
    if (first === undefined) firsts.set(idHash, text)
    else pairs.push([first, text])
  }
  expect(pairs.length).toBeGreaterThan(0)
  // Another seed that ends on the same bits.
  const seed = 7 + (1 << 20)
  const still = pairs.filter(([a, b]) => idHashOf(seed, a) === idHashOf(seed, b))
  expect(still).toEqual([])
})
