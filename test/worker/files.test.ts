import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  CHUNK_COUNTED_LEAST,
  CHUNKS_WAITING,
  FILE_CHUNK,
  FILE_CHUNKS_MAX,
  FILE_MAX_BYTES,
  FILE_SEND_RATE,
  FILE_UNNAMED_MS,
  FILES_MAX_BYTES,
  UPLOADS_MAX,
} from '../../protocol/file-limits.ts'
import { type Reply, readReply, refusalOf } from '../support/api-client.ts'
import { countRows } from './count-rows.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass } from './pass-time.ts'
import { listTables, Person, readAlarm, roomObject, runInRoom } from './person.ts'

const CHUNK = FILE_CHUNK.plain + FILE_CHUNK.added

let host: Person
let ben: Person
let roomId: string

beforeEach(async () => {
  host = new Person()
  roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  await host.joinRoom(roomId, { alias: 'Ada' })
  ben = new Person()
  await ben.joinRoom(roomId, { alias: 'Ben' })
})

const octetsOf = (...values: number[]) => new Uint8Array(values)

/** Announces a file, and returns its id. */
async function announce(person: Person, size = 4, chunks = 1): Promise<string> {
  const reply = await person.callRoom(roomId, 'POST', '/files', { size, chunks })
  expect(reply.status).toBe(201)
  const { fileId }: { fileId: string } = JSON.parse(reply.text)
  return fileId
}

const put = (person: Person, fileId: string, index: number, octets: Uint8Array): Promise<Reply> =>
  person.callRoom(roomId, 'PUT', `/files/${fileId}/${index}`, octets)

/** Sends a whole file of one chunk. */
async function send(person: Person, ...values: number[]): Promise<string> {
  const fileId = await announce(person, Math.max(1, values.length))
  expect((await put(person, fileId, 0, octetsOf(...values))).status).toBe(204)
  return fileId
}

const fetchChunk = (person: Person, fileId: string, index = 0) =>
  person.fetchResponse('GET', `/api/rooms/${roomId}/files/${fileId}/${index}`)

/** The octets that somebody reads; the refusal where they read none. */
async function read(
  person: Person,
  fileId: string,
  index = 0,
): Promise<number[] | [number, string | undefined]> {
  const response = await fetchChunk(person, fileId, index)
  if (response.status === 200) return [...new Uint8Array(await response.arrayBuffer())]
  return refusalOf(readReply(response.status, response.headers, await response.text()))
}

const countStored = () =>
  runInRoom(roomId, ({ sql }) =>
    sql
      .exec<{ files: number; chunks: number }>(
        'SELECT (SELECT count(*) FROM files) AS files, (SELECT count(*) FROM chunks) AS chunks',
      )
      .one(),
  )

test('a file is sent in chunks, named by a message and read by the others, also after the room slept', async () => {
  const fileId = await announce(host, 5, 2)
  expect((await put(host, fileId, 1, octetsOf(4, 5))).status).toBe(204)
  await evictDurableObject(roomObject(roomId))
  expect(refusalOf(await host.postMessage(roomId, { text: 'too early', files: [fileId] }))).toEqual([
    404,
    'file-not-found',
  ])
  expect((await put(host, fileId, 0, octetsOf(0, 255, 3))).status).toBe(204)
  expect(await read(ben, fileId)).toEqual([404, 'file-not-found'])
  expect(await read(host, fileId)).toEqual([0, 255, 3])
  const connection = await ben.openConnection(roomId)
  const posted = await host.postMessage(roomId, { text: 'look', id: 'm', files: [fileId] })
  expect(posted.body).toMatchObject({ seq: 1, files: [fileId] })
  expect(await connection.nextEvent('chat.message', 'nobody is told')).toMatchObject({ files: [fileId] })
  await evictDurableObject(roomObject(roomId))
  expect(await read(ben, fileId, 0)).toEqual([0, 255, 3])
  expect(await read(ben, fileId, 1)).toEqual([4, 5])
  expect(await read(ben, fileId, 2)).toEqual([404, 'file-not-found'])
  expect(await ben.readHistory(roomId)).toMatchObject([{ text: 'look', files: [fileId] }])
  // Sent again, it is the stored message, and names nothing anew.
  expect((await host.postMessage(roomId, { text: 'look', id: 'm', files: [fileId] })).status).toBe(200)
  const again = await host.postMessage(roomId, { text: 'twice', files: [fileId] })
  expect(refusalOf(again)).toEqual([404, 'file-not-found'])
})

test('octets are answered as a download that no browser shows or keeps', async () => {
  const { headers } = await fetchChunk(host, await send(host, 60, 104, 49, 62))
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
})

test('a chunk that is sent again changes nothing, whatever its octets are', async () => {
  const fileId = await announce(host, 8, 2)
  for (const value of [1, 1, 2]) expect((await put(host, fileId, 0, octetsOf(value))).status).toBe(204)
  await evictDurableObject(roomObject(roomId))
  expect((await put(host, fileId, 0, octetsOf(3))).status).toBe(204)
  expect(await read(host, fileId)).toEqual([1])
  expect(await countStored()).toEqual({ files: 1, chunks: 1 })
})

test('a message over a socket names files, its own alone, ten at most and each once', async () => {
  const connection = await host.openConnection(roomId)
  const [own, another] = [await send(host, 1), await send(ben, 2)]
  connection.sendEvent('chat.message', { id: 'theirs', text: 'mine?', files: [another] })
  expect(await connection.nextEvent('error', 'no refusal')).toMatchObject({
    code: 'file-not-found',
    id: 'theirs',
  })
  connection.sendEvent('chat.message', { id: 'own', text: 'mine', files: [own] })
  expect((await connection.nextEvent('chat.message', 'no message')).files).toEqual([own])
  for (const files of [
    [],
    [another, another],
    Array.from({ length: 11 }, (_, n) => `${n}`.padStart(21, 'x')),
  ])
    expect(refusalOf(await ben.postMessage(roomId, { text: 'x', files }))).toEqual([400, 'invalid-request'])
  expect((await ben.postMessage(roomId, { text: 'x', files: [another] })).status).toBe(201)
})

test('a full chunk is taken, an octet more is not, and a file holds what was announced', async () => {
  const fileId = await announce(host, FILE_CHUNK.plain, 1)
  expect(refusalOf(await put(host, fileId, 0, new Uint8Array(CHUNK + 1)))).toEqual([413, 'file-too-large'])
  expect((await put(host, fileId, 0, new Uint8Array(CHUNK).fill(7))).status).toBe(204)
  const octets = await read(host, fileId)
  expect([octets.length, octets.at(-1)]).toEqual([CHUNK, 7])
  const small = await announce(host, 4, 1)
  const tooLarge = await put(host, small, 0, new Uint8Array(4 + FILE_CHUNK.added + 1))
  expect(refusalOf(tooLarge)).toEqual([413, 'file-too-large'])
  expect(refusalOf(await put(host, small, 1, octetsOf(1)))).toEqual([404, 'file-not-found'])
  expect(refusalOf(await put(host, small, 0, octetsOf()))).toEqual([400, 'invalid-request'])
  expect(refusalOf(await put(ben, small, 0, octetsOf(1)))).toEqual([404, 'file-not-found'])
  const paths = ['/files/unknown/0', `/files/${small}/x`, `/files/${small}/-1`]
  const replies = await Promise.all(paths.map((path) => host.callRoom(roomId, 'PUT', path, octetsOf(1))))
  expect(replies.map(({ status }) => status)).toEqual([404, 400, 400])
})

test('25 MiB a file, 200 MiB a room, four uploads at a time', async () => {
  const ask = (person: Person, size: number, chunks = FILE_CHUNKS_MAX) =>
    person.callRoom(roomId, 'POST', '/files', { size, chunks })
  expect(refusalOf(await ask(host, FILE_MAX_BYTES + 1))).toEqual([413, 'file-too-large'])
  expect(refusalOf(await ask(host, 1, FILE_CHUNKS_MAX + 1))).toEqual([400, 'invalid-request'])
  const people = [host, ben]
  for (const person of people)
    for (let n = 0; n < UPLOADS_MAX; n += 1) await announce(person, FILE_MAX_BYTES, 50)
  expect(FILES_MAX_BYTES).toBe(people.length * UPLOADS_MAX * FILE_MAX_BYTES)
  expect(refusalOf(await ask(host, 1, 1))).toEqual([409, 'too-many-uploads'])
  const eve = new Person()
  await eve.joinRoom(roomId)
  expect(refusalOf(await ask(eve, 1, 1))).toEqual([507, 'storage-full'])
})

test('who may not speak sends no file, nor anybody where files are off', async () => {
  const started = await announce(ben, 4, 2)
  const complete = await send(ben, 1)
  const tryAll = async () => [
    refusalOf(await ben.callRoom(roomId, 'POST', '/files', { size: 1, chunks: 1 })),
    refusalOf(await put(ben, started, 0, octetsOf(1))),
    refusalOf(await ben.postMessage(roomId, { text: 'x', files: [complete] })),
  ]
  const change = (patch: object) => host.callRoom(roomId, 'PATCH', '', patch)
  await change({ quiet: true })
  expect(await tryAll()).toEqual(Array(3).fill([403, 'quiet']))
  await send(host, 1)
  await change({ quiet: false, files: false })
  expect(await tryAll()).toEqual(Array(3).fill([403, 'files-off']))
  expect(refusalOf(await host.callRoom(roomId, 'POST', '/files', { size: 1, chunks: 1 }))).toEqual([
    403,
    'files-off',
  ])
  expect((await ben.postMessage(roomId, { text: 'words alone' })).status).toBe(201)
  await change({ files: true })
  expect((await ben.postMessage(roomId, { text: 'x', files: [complete] })).status).toBe(201)
})

test('only who has a seat reads, and nothing from before their first message', async () => {
  roomId = await host.createRoom({ capacity: null, history: 'from-join' })
  await host.joinRoom(roomId)
  const early = await send(host, 1)
  await host.postMessage(roomId, { text: 'early', files: [early] })
  const { participantId } = await ben.joinRoom(roomId)
  const late = await send(host, 2)
  await host.postMessage(roomId, { text: 'late', files: [late] })
  expect(await read(ben, early)).toEqual([404, 'file-not-found'])
  expect(await read(ben, late)).toEqual([2])
  expect(await read(new Person(), late)).toEqual([401, 'not-a-participant'])
  await host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
  expect(await read(ben, late)).toEqual([401, 'not-a-participant'])
  expect(refusalOf(await ben.callRoom(roomId, 'POST', '/files', { size: 1, chunks: 1 }))).toEqual([
    401,
    'not-a-participant',
  ])
})

test('who is muted in the midst of a file sends no more of it, and who leaves or is removed leaves nothing of it', async () => {
  const { participantId } = await ben.joinRoom(roomId)
  const muted = await announce(ben, 8, 2)
  expect((await put(ben, muted, 0, octetsOf(1))).status).toBe(204)
  await host.callRoom(roomId, 'PATCH', `/participants/${participantId}`, { mutedUntil: Date.now() + 60_000 })
  expect(refusalOf(await put(ben, muted, 1, octetsOf(1)))).toEqual([403, 'muted'])
  const eve = new Person()
  await eve.joinRoom(roomId)
  const named = await send(eve, 7)
  await eve.postMessage(roomId, { text: 'x', files: [named] })
  await send(eve, 8)
  expect(await countStored()).toEqual({ files: 3, chunks: 3 })
  await eve.callRoom(roomId, 'POST', '/leave')
  expect(await countStored()).toEqual({ files: 2, chunks: 2 })
  await host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
  expect(await countStored()).toEqual({ files: 1, chunks: 1 })
  expect(await read(host, named)).toEqual([7])
  expect(refusalOf(await put(ben, muted, 1, octetsOf(1)))).toEqual([401, 'not-a-participant'])
})

test('a facilitator reads the files of a room that is closed, for as long as it is kept; nobody else does', async () => {
  const ann = await Facilitator.signUp()
  const planned = await ann.scheduleRoom({ retainFor: 3_600 })
  roomId = planned.roomId
  await ben.joinRoom(roomId)
  const fileId = await send(ben, 1, 2)
  await ben.postMessage(roomId, { text: 'minutes', files: [fileId] })
  const lost = await send(ben, 3)
  // Without a seat.
  expect(await read(ann, fileId)).toEqual([1, 2])
  expect(await read(ann, lost)).toEqual([404, 'file-not-found'])
  expect((await ann.callApi('POST', `/api/account/rooms/${roomId}/close`)).status).toBe(200)
  expect(await read(ann, fileId)).toEqual([1, 2])
  expect(JSON.parse((await ann.downloadTranscript(roomId, 'json')).text).messages).toMatchObject([
    { files: [fileId] },
  ])
  expect(await read(ben, fileId)).toEqual([403, 'room-closed'])
  expect(await read(await Facilitator.signUp(), fileId)).toEqual([403, 'room-closed'])
  expect(refusalOf(await put(ben, fileId, 0, octetsOf(1)))).toEqual([403, 'room-closed'])
  expect(refusalOf(await ben.callRoom(roomId, 'POST', '/files', { size: 1, chunks: 1 }))).toEqual([
    403,
    'room-closed',
  ])
  // What no message names goes there, too.
  letTimePass(FILE_UNNAMED_MS)
  await runDurableObjectAlarm(roomObject(roomId))
  expect(await countStored()).toEqual({ files: 1, chunks: 1 })
  letTimePass(3_600_000)
  expect(await read(ann, fileId)).toEqual([404, 'room-not-found'])
  expect(await listTables(roomId)).toEqual([])
})

test('the alarm comes at the end of the room where that is before a file is forgotten, and at the end afterwards', async () => {
  const { expiresAt } = (await host.joinRoom(roomId)).room
  await send(host, 1)
  expect(await readAlarm(roomId)).toBeLessThan(expiresAt)
  letTimePass(FILE_UNNAMED_MS)
  await runDurableObjectAlarm(roomObject(roomId))
  expect(await countStored()).toEqual({ files: 0, chunks: 0 })
  expect(await readAlarm(roomId)).toBe(expiresAt)
  letTimePass(expiresAt - Date.now() - FILE_UNNAMED_MS / 2)
  await send(host, 2)
  expect(await readAlarm(roomId)).toBe(expiresAt)
  letTimePass(FILE_UNNAMED_MS / 2)
  await runDurableObjectAlarm(roomObject(roomId))
  expect(await listTables(roomId)).toEqual([])
})

test('who waits at the door sends and reads nothing', async () => {
  roomId = await host.createRoom({ capacity: null, door: 'knock' })
  await host.joinRoom(roomId)
  const fileId = await send(host, 1)
  await host.postMessage(roomId, { text: 'x', files: [fileId] })
  await ben.joinRoom(roomId)
  expect(await read(ben, fileId)).toEqual([403, 'waiting'])
  expect(refusalOf(await put(ben, fileId, 0, octetsOf(1)))).toEqual([403, 'waiting'])
})

test('a file that no message names is gone ten minutes after its last chunk, by the alarm', async () => {
  const named = await send(host, 1)
  await host.postMessage(roomId, { text: 'x', files: [named] })
  // A seat of somebody who never spoke is given back before that.
  await ben.sendMessage(roomId, 'I am slow')
  const slow = await announce(ben, 4, 2)
  const lost = await send(ben, 2)
  expect(await readAlarm(roomId)).toBeLessThanOrEqual(Date.now() + FILE_UNNAMED_MS)
  await evictDurableObject(roomObject(roomId))
  letTimePass(FILE_UNNAMED_MS - 1_000)
  expect((await put(ben, slow, 0, octetsOf(1))).status).toBe(204)
  await evictDurableObject(roomObject(roomId))
  letTimePass(2_000)
  await runDurableObjectAlarm(roomObject(roomId))
  expect(await countStored()).toEqual({ files: 2, chunks: 2 })
  // The alarm comes again, for the one that went on.
  expect(await readAlarm(roomId)).toBeLessThanOrEqual(Date.now() + FILE_UNNAMED_MS)
  expect(await read(ben, lost)).toEqual([404, 'file-not-found'])
  // Also without an alarm: at whatever enters next.
  letTimePass(FILE_UNNAMED_MS)
  await ben.callRoom(roomId, 'GET', '/ttl')
  expect(await countStored()).toEqual({ files: 1, chunks: 1 })
  expect(await read(ben, named)).toEqual([1])
})

test('more octets at once than anybody has is refused for a while, also those of chunks that are stored', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  const chunk = new Uint8Array(CHUNK)
  const fileId = await announce(host, FILE_CHUNK.plain, 1)
  const allowed = Math.floor(FILE_SEND_RATE.burst / CHUNK)
  expect((await put(host, fileId, 0, chunk)).status).toBe(204)
  const replies = await Promise.all(Array.from({ length: allowed }, () => put(host, fileId, 0, chunk)))
  const refused = replies.filter(({ status }) => status !== 204)
  expect(refused.map(refusalOf)).toEqual([[429, 'slow-down']])
  expect(refused[0]?.headers.get('retry-after')).toBe('1')
  // A row is a row, however little is in it.
  const left = Math.floor((FILE_SEND_RATE.burst - allowed * CHUNK) / CHUNK_COUNTED_LEAST)
  const small = await Promise.all(Array.from({ length: left + 1 }, () => put(host, fileId, 0, octetsOf(1))))
  expect(small.filter(({ status }) => status !== 204).map(refusalOf)).toEqual([[429, 'slow-down']])
})

test('a room holds only so many chunks of somebody that wait to be stored', async () => {
  const fileId = await announce(host, 12 * FILE_CHUNK.plain, 12)
  const replies = await Promise.all(
    Array.from({ length: 12 }, (_, index) => put(host, fileId, index, new Uint8Array(CHUNK))),
  )
  const refused = replies.flatMap((reply, index) => (reply.status === 204 ? [] : [{ reply, index }]))
  expect(new Set(refused.map(({ reply }) => refusalOf(reply).join()))).toEqual(new Set(['429,slow-down']))
  expect(refused.length).toBeLessThanOrEqual(12 - CHUNKS_WAITING.own)
  // Those that were stored make room.
  expect((await put(host, fileId, refused[0]?.index ?? 0, octetsOf(1))).status).toBe(204)
})

test('a file costs a row, a chunk one, naming one and deleting as many; the first two for the tables', async () => {
  const tablesBefore = await listTables(roomId)
  expect(tablesBefore).not.toContain('files')
  let fileId = ''
  const announced = await countRows(roomId, async () => {
    fileId = await announce(host, 4, 2)
  })
  const chunk = await countRows(roomId, () => put(host, fileId, 0, octetsOf(1)))
  const repeated = await countRows(roomId, () => put(host, fileId, 0, octetsOf(1)))
  await put(host, fileId, 1, octetsOf(1))
  await host.postMessage(roomId, { text: 'I have spoken' })
  const words = await countRows(roomId, () => host.postMessage(roomId, { text: 'words' }))
  const naming = await countRows(roomId, () => host.postMessage(roomId, { text: 'x', files: [fileId] }))
  expect({ announced, chunk, repeated, naming: naming - words }).toEqual({
    announced: 1 + 2,
    chunk: 1,
    repeated: 0,
    naming: 1,
  })
})

test('nothing of a file is left when the room is destroyed', async () => {
  const fileId = await send(host, 1)
  await host.postMessage(roomId, { text: 'x', files: [fileId] })
  await send(ben, 2)
  expect((await host.callRoom(roomId, 'DELETE')).status).toBe(200)
  expect(await listTables(roomId)).toEqual([])
  expect(await read(host, fileId)).toEqual([404, 'room-not-found'])
})
