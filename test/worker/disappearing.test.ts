import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import { EXPIRES } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { countRows } from './count-rows.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass } from './pass-time.ts'
import { Person, readAlarm, readTables, roomObject, runInRoom } from './person.ts'

const GONE = { text: '', deletedAt: expect.any(Number), deletedBy: 'expires' }

let host: Person
let roomId: string

beforeEach(async () => {
  host = new Person()
  roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  await host.joinRoom(roomId, { alias: 'Ada' })
})

/** Says something that disappears, by default after a minute. */
const say = (text: string, expires = 60, more: object = {}) =>
  host.postMessage(roomId, { text, expires, ...more })

const waitUntilGone = (connection: TestConnection, seq: number) =>
  connection.nextEvent(
    'chat.update',
    'nobody is told that it is gone',
    (data) => data.seq === seq && data.text === '',
  )

test('a message disappears once its time is up: the alarm deletes it, and everyone is told, here, at relays and on a stream', async () => {
  const connections = [await host.openConnection(roomId)]
  for (const _ of [1, 2, 3, 4]) connections.push(await new Person().joinAndConnect(roomId))
  const posted = await say('secret')
  expect(posted.body).toMatchObject({ text: 'secret', expires: 60 })
  for (const connection of connections)
    expect(await connection.nextEvent('chat.message', 'nobody is told')).toMatchObject({ expires: 60 })
  const stream = await host.openEventStream(roomId)
  const dueAt = (posted.body.timestamp ?? 0) + 60_000
  expect((await readAlarm(roomId)) ?? 0).toBeGreaterThanOrEqual(dueAt)
  expect(await readAlarm(roomId)).toBeLessThan(dueAt + 1_000)
  letTimePass(61_000)
  await runDurableObjectAlarm(roomObject(roomId))
  for (const connection of [...connections, stream])
    expect(await waitUntilGone(connection, 1)).toMatchObject({ ...GONE, rev: 1 })
  expect(await readTables(roomId)).not.toMatch(/secret|"due_at"/)
  expect((await readAlarm(roomId)) ?? 0).toBeGreaterThan(dueAt + 60_000)
})

test('a late alarm shows nothing whose time is up: to whoever reads, comes, resumes or sends it again', async () => {
  await host.sendMessage(roomId, 'stays')
  const { body } = await say('secret', 60, { id: 'm' })
  letTimePass(59_000)
  expect((await host.readHistory(roomId))[1]).toMatchObject({ text: 'secret' })
  // A welcome is kept for the next who comes.
  const early = await new Person().joinAndConnect(roomId)
  expect(early.receivedData('room.welcome')[0]?.messages[1]?.text).toBe('secret')
  letTimePass((body.timestamp ?? 0) + 60_000 - Date.now())
  const late = await new Person().joinAndConnect(roomId)
  expect(late.receivedData('room.welcome')[0]?.messages).toMatchObject([{ text: 'stays' }, GONE])
  const [stays, gone] = await host.readHistory(roomId)
  expect([stays?.text, gone]).toMatchObject(['stays', GONE])
  expect(gone).not.toHaveProperty('expires')
  const again = await say('secret', 60, { id: 'm' })
  expect([again.status, again.body]).toMatchObject([200, { seq: 2, ...GONE }])
  const resumed = await host.openConnection(roomId, 2, undefined, 0)
  expect((await resumed.nextEvent('room.welcome', 'no welcome')).changes).toMatchObject([{ seq: 2, ...GONE }])
  expect(refusalOf(await host.callRoom(roomId, 'PATCH', '/messages/2', { text: 'x' }))).toEqual([
    404,
    'message-not-found',
  ])
})

test('an object that slept past the time shows nothing, and goes on with the timers that are left', async () => {
  for (const expires of [5, 5, 900]) await say(`secret ${expires}`, expires)
  await evictDurableObject(roomObject(roomId))
  letTimePass(6_000)
  expect((await host.readHistory(roomId)).map(({ text }) => text)).toEqual(['', '', 'secret 900'])
  await evictDurableObject(roomObject(roomId))
  letTimePass(900_000)
  await runDurableObjectAlarm(roomObject(roomId))
  expect(await readTables(roomId)).not.toContain('secret')
})

test('its reactions, its files and its pin go with it', async () => {
  const announced = await host.callRoom(roomId, 'POST', '/files', { size: 4, chunks: 1 })
  const { fileId }: { fileId: string } = JSON.parse(announced.text)
  await host.callRoom(roomId, 'PUT', `/files/${fileId}/0`, new Uint8Array([1, 2, 3, 4]))
  await say('secret', 60, { files: [fileId] })
  await host.callRoom(roomId, 'PUT', '/messages/1/reactions/a')
  await host.callRoom(roomId, 'PATCH', '', { pinned: 1 })
  letTimePass(60_000)
  expect((await host.fetchResponse('GET', `/api/rooms/${roomId}/files/${fileId}/0`)).status).toBe(404)
  const [message] = await host.readHistory(roomId)
  expect(message).toMatchObject({ ...GONE, reactions: {} })
  expect(message).not.toHaveProperty('files')
  expect((await host.callRoom(roomId, 'GET')).body.pinned).toBe(null)
  expect(await readTables(roomId)).not.toContain(fileId)
})

test('an edit moves no time, and one that is told late is not told at all', async () => {
  const connection = await host.openConnection(roomId)
  const { body } = await say('secret')
  for (const text of ['secret one', 'secret two'])
    expect((await host.callRoom(roomId, 'PATCH', '/messages/1', { text })).body.expires).toBe(60)
  letTimePass((body.timestamp ?? 0) + 60_000 - Date.now())
  await waitUntilGone(connection, 1)
  expect(connection.receivedData('chat.update').map(({ text }) => text)).toEqual(['secret one', ''])
})

test('a message that was taken back before has no timer left', async () => {
  await say('secret')
  expect((await host.callRoom(roomId, 'DELETE', '/messages/1')).status).toBe(204)
  expect(await readTables(roomId)).not.toContain('"due_at"')
  letTimePass(60_000)
  const [message] = await host.readHistory(roomId)
  expect(message?.deletedAt).toBeDefined()
  expect(message).not.toHaveProperty('deletedBy')
})

test('a timer whose message was not stored deletes none that took its number', async () => {
  await say('first', 5)
  await say('second', 900)
  // As where the room stopped halfway through storing: another timer for the same message.
  await runInRoom(roomId, ({ sql }) =>
    sql.exec('INSERT INTO timers SELECT due_at + 1000, 2 FROM timers WHERE seq = 1'),
  )
  letTimePass(7_000)
  expect((await host.readHistory(roomId)).map(({ text }) => text)).toEqual(['', 'second'])
})

test('a room that has closed goes on deleting: its transcript has no text whose time is up', async () => {
  const ann = await Facilitator.signUp()
  roomId = (await ann.scheduleRoom({ title: 'Talk' })).roomId
  await ann.joinRoom(roomId)
  await ann.postMessage(roomId, { text: 'secret', expires: 60 })
  await ann.postMessage(roomId, { text: 'stays' })
  expect((await ann.downloadTranscript(roomId, 'json')).text).toContain('secret')
  expect((await ann.callApi('POST', `/api/account/rooms/${roomId}/close`)).body.state).toBe('closed')
  letTimePass(60_000)
  for (const format of ['json', 'csv', 'markdown'] as const) {
    const { text } = await ann.downloadTranscript(roomId, format)
    expect([text.includes('secret'), text.includes('stays')]).toEqual([false, true])
    if (format === 'markdown') expect(text).toContain('*disappeared*')
  }
  expect(await readTables(roomId)).not.toContain('secret')
})

test('it takes whole seconds, from five to a day, also over a socket and in an encrypted room', async () => {
  for (const expires of [EXPIRES.min - 1, EXPIRES.max + 1, 5.5, '60', null])
    expect((await host.callRoom(roomId, 'POST', '/messages', { text: 'x', expires })).status).toBe(400)
  for (const expires of [EXPIRES.min, EXPIRES.max]) expect((await say('x', expires)).status).toBe(201)
  const connection = await host.openConnection(roomId)
  connection.sendEvent('chat.message', { id: 'm', text: 'x', expires: 60 })
  await connection.nextEvent('chat.message', 'nobody is told', ({ expires }) => expires === 60)
  roomId = await host.createRoom({ encryption: 'e2ee' })
  await host.joinRoom(roomId)
  expect((await say('e1.AAAA')).body.expires).toBe(60)
})

test('it writes one row more, and three when it goes', async () => {
  await say('one', 5)
  await say('two', 10)
  expect(await countRows(roomId, () => say('three', 60))).toBe(2)
  letTimePass(5_000)
  await host.readHistory(roomId)
  letTimePass(5_000)
  expect(await countRows(roomId, () => host.readHistory(roomId))).toBe(3)
})
