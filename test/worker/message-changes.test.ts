import { evictDurableObject } from 'cloudflare:test'
import { beforeEach, expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import type { MessageUpdate } from '../../protocol/message-update.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { countRows } from './count-rows.ts'
import { Facilitator } from './facilitator.ts'
import { Person, readTables, roomObject } from './person.ts'

let host: Person
let roomId: string
let hosting: TestConnection

beforeEach(async () => {
  host = new Person()
  roomId = await host.createRoom({ capacity: null })
  hosting = await host.joinAndConnect(roomId, { alias: 'Ada' })
})

const edit = (person: Person, seq: number, body: object) =>
  person.callRoom(roomId, 'PATCH', `/messages/${seq}`, body)
const takeBack = (person: Person, seq: number) => person.callRoom(roomId, 'DELETE', `/messages/${seq}`)
const read = async (person: Person, seq: number): Promise<Message | undefined> =>
  (await person.readHistory(roomId, seq - 1))[0]

/** Waits until somebody is told of the text of a message. */
const waitForText = (connection: TestConnection, seq: number, text: string): Promise<MessageUpdate> =>
  connection.nextEvent(
    'chat.update',
    'nobody is told of the text',
    (data) => data.seq === seq && data.text === text,
  )

/** Somebody with a seat and a connection. */
async function enter(alias: string) {
  const person = new Person()
  const connection = await person.joinAndConnect(roomId, { alias })
  return { person, connection }
}

test('an author edits a message: everyone is told, here and at relays, and whoever reads it finds it edited', async () => {
  const others = await Promise.all(['B', 'C', 'D', 'E', 'F'].map(enter))
  const { person: ben, connection } = others[4] as (typeof others)[number]
  await ben.sendMessage(roomId, 'frist')
  const edited = await edit(ben, 1, { text: 'first' })
  expect(edited.status).toBe(200)
  expect(edited.body).toMatchObject({ seq: 1, text: 'first', edit: 1, rev: 1 })
  for (const told of [hosting, ...others.map((other) => other.connection)])
    expect(await waitForText(told, 1, 'first')).toMatchObject({
      rev: 1,
      edit: 1,
      editedAt: expect.any(Number),
    })
  await edit(ben, 1, { text: 'First' })
  await waitForText(connection, 1, 'First')
  await evictDurableObject(roomObject(roomId))
  expect(await read(host, 1)).toMatchObject({ text: 'First', edit: 2, rev: 2 })
  expect(await readTables(roomId)).not.toMatch(/frist|first/)
  const later = await enter('Late')
  expect(later.connection.receivedData('room.welcome')[0]?.messages[0]).toMatchObject({
    text: 'First',
    edit: 2,
  })
})

test('an edit that is sent again changes nothing, and of two at once one is refused', async () => {
  await host.sendMessage(roomId, 'one')
  for (const _ of [1, 2]) expect((await edit(host, 1, { text: 'two', edit: 1 })).body.edit).toBe(1)
  expect(refusalOf(await edit(host, 1, { text: 'three', edit: 1 }))).toEqual([409, 'stale-edit'])
  expect((await edit(host, 1, { text: 'three', edit: 2 })).status).toBe(200)
})

test('only its author edits a message, and only hosts take back another’s', async () => {
  const { person: ben, connection } = await enter('Ben')
  const { person: eve } = await enter('Eve')
  await ben.sendMessage(roomId, 'by Ben')
  expect(refusalOf(await edit(host, 1, { text: 'by Ada' }))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await takeBack(eve, 1))).toEqual([403, 'not-allowed'])
  for (const seq of [2, 99]) {
    expect(refusalOf(await edit(ben, seq, { text: 'x' }))).toEqual([404, 'message-not-found'])
    expect(refusalOf(await takeBack(ben, seq))).toEqual([404, 'message-not-found'])
  }
  const stranger = new Person()
  expect(refusalOf(await edit(stranger, 1, { text: 'x' }))).toEqual([401, 'not-a-participant'])
  expect(refusalOf(await takeBack(stranger, 1))).toEqual([401, 'not-a-participant'])
  expect(refusalOf(await edit(ben, 1, { text: '\u200b' }))).toEqual([400, 'invalid-request'])
  const mutedUntil = Date.now() + 60_000
  await host.callRoom(roomId, 'PATCH', `/participants/${connection.id}`, { mutedUntil })
  expect(refusalOf(await edit(ben, 1, { text: 'x' }))).toEqual([403, 'muted'])
  expect((await takeBack(ben, 1)).status).toBe(204)
  expect(await read(host, 1)).not.toHaveProperty('byHost')
  await eve.sendMessage(roomId, 'by Eve')
  await host.callRoom(roomId, 'PATCH', '', { slow: 60 })
  expect(refusalOf(await edit(eve, 2, { text: 'x' }))).toEqual([429, 'slow-down'])
  await host.callRoom(roomId, 'PATCH', '', { slow: 0, quiet: true })
  expect(refusalOf(await edit(eve, 2, { text: 'x' }))).toEqual([403, 'quiet'])
  expect((await takeBack(host, 2)).status).toBe(204)
  expect(await read(host, 2)).toMatchObject({ byHost: true })
})

test('a message that was taken back is gone from storage, with its reactions, its poll and its pin; its id stays', async () => {
  const options = ['Monday', 'Tuesday']
  await host.postMessage(roomId, { text: 'secret', id: 'm', kind: 'poll', options })
  await host.callRoom(roomId, 'PUT', '/messages/1/reactions/0')
  await host.callRoom(roomId, 'PATCH', '', { pinned: 1 })
  expect((await takeBack(host, 1)).status).toBe(204)
  expect((await takeBack(host, 1)).status).toBe(204)
  expect(await waitForText(hosting, 1, '')).toMatchObject({ deletedAt: expect.any(Number) })
  expect(await readTables(roomId)).not.toMatch(/secret|Monday|"code"/)
  await evictDurableObject(roomObject(roomId))
  const message = await read(host, 1)
  expect(message).toMatchObject({ text: '', reactions: {}, deletedAt: expect.any(Number) })
  expect(message).not.toHaveProperty('options')
  expect((await host.callRoom(roomId, 'GET', '')).body).toMatchObject({ pinned: null })
  const again = await host.postMessage(roomId, { text: 'secret', id: 'm' })
  expect([again.status, again.body.seq, again.body.text]).toEqual([200, 1, ''])
  for (const method of ['PUT', 'DELETE'])
    expect(refusalOf(await host.callRoom(roomId, method, '/messages/1/reactions/0'))).toEqual([
      404,
      'message-not-found',
    ])
  expect(refusalOf(await edit(host, 1, { text: 'x' }))).toEqual([404, 'message-not-found'])
  expect(refusalOf(await host.callRoom(roomId, 'PATCH', '', { pinned: 1 }))).toEqual([400, 'invalid-request'])
})

test('who resumes by `rev` learns the texts that changed since, and no others', async () => {
  for (const text of ['one', 'two', 'three']) await host.sendMessage(roomId, text)
  const { person: ben, connection } = await enter('Ben')
  await edit(host, 2, { text: 'Two' })
  const { rev } = await waitForText(connection, 2, 'Two')
  await connection.disconnect()
  await takeBack(host, 3)
  await waitForText(hosting, 3, '')
  await edit(host, 1, { text: 'One' })
  await waitForText(hosting, 1, 'One')
  await host.callRoom(roomId, 'PUT', '/messages/2/reactions/a')
  await hosting.nextEvent('chat.reactions', 'no vote is told', ({ seq }) => seq === 2)
  const resumed = await ben.openConnection(roomId, 3, undefined, rev)
  const { changes } = await resumed.nextEvent('room.welcome', 'no welcome')
  expect(changes?.map(({ seq, text }) => [seq, text])).toEqual([
    [3, ''],
    [1, 'One'],
    [2, undefined],
  ])
  const page = await ben.callRoom(roomId, 'GET', `/messages?changedSince=${rev}`)
  expect(page.body.messages?.map(({ seq, text }) => [seq, text])).toEqual([
    [3, ''],
    [1, 'One'],
    [2, 'Two'],
  ])
})

test('a room that wakes tells the last texts again, which nobody may have been told', async () => {
  await host.sendMessage(roomId, 'one')
  await edit(host, 1, { text: 'two' })
  await waitForText(hosting, 1, 'two')
  await evictDurableObject(roomObject(roomId))
  await read(host, 1)
  await waitForText(hosting, 1, 'two')
  expect(hosting.receivedData('chat.update')).toHaveLength(2)
})

test('who came later is not told the text of what they may not read', async () => {
  roomId = await host.createRoom({ capacity: null, history: 'from-join' })
  hosting = await host.joinAndConnect(roomId)
  await host.sendMessage(roomId, 'before')
  const { person: ben, connection } = await enter('Ben')
  await host.sendMessage(roomId, 'after')
  await edit(host, 1, { text: 'Before' })
  await edit(host, 2, { text: 'After' })
  await waitForText(connection, 2, 'After')
  await waitForText(hosting, 1, 'Before')
  expect(connection.receivedData('chat.update').map(({ seq }) => seq)).toEqual([2])
  expect(refusalOf(await takeBack(ben, 1))).toEqual([404, 'message-not-found'])
})

test('the files of a message go with it when it is taken back, and no others', async () => {
  const send = async () => {
    const announced = await host.callRoom(roomId, 'POST', '/files', { size: 4, chunks: 1 })
    const { fileId }: { fileId: string } = JSON.parse(announced.text)
    await host.callRoom(roomId, 'PUT', `/files/${fileId}/0`, new Uint8Array([1, 2, 3, 4]))
    return fileId
  }
  const [gone, kept] = [await send(), await send()]
  await host.postMessage(roomId, { text: 'one', files: [gone] })
  await host.postMessage(roomId, { text: 'two', files: [kept] })
  await takeBack(host, 1)
  const fetchFile = (fileId: string) => host.fetchResponse('GET', `/api/rooms/${roomId}/files/${fileId}/0`)
  expect((await fetchFile(gone)).status).toBe(404)
  expect((await fetchFile(kept)).status).toBe(200)
  expect(await read(host, 1)).not.toHaveProperty('files')
  const stored = await readTables(roomId)
  expect([stored.includes(gone), stored.includes(kept)]).toEqual([false, true])
})

test('an answer names a message that is there and that its sender may read, by HTTP and over a socket', async () => {
  roomId = await host.createRoom({ capacity: null, history: 'from-join' })
  hosting = await host.joinAndConnect(roomId)
  expect(refusalOf(await host.postMessage(roomId, { text: 'x', replyTo: 1 }))).toEqual([
    404,
    'message-not-found',
  ])
  await host.sendMessage(roomId, 'one')
  const { person: ben, connection } = await enter('Ben')
  connection.sendEvent('chat.message', { id: 'm', text: 'x', replyTo: 1 })
  const unread = await connection.nextEvent('error', 'the answer is not refused')
  expect(unread).toMatchObject({ code: 'message-not-found', id: 'm' })
  await takeBack(host, 1)
  expect((await host.postMessage(roomId, { text: 'two', replyTo: 1 })).body.replyTo).toBe(1)
  connection.sendEvent('chat.message', { id: 'n', text: 'three', replyTo: 2 })
  await hosting.nextEvent('chat.message', 'nobody is told of the answer', ({ replyTo }) => replyTo === 2)
  await evictDurableObject(roomObject(roomId))
  expect((await ben.readHistory(roomId)).map(({ replyTo }) => replyTo)).toEqual([1, 2])
  expect((await edit(ben, 3, { text: 'Three' })).body.replyTo).toBe(2)
  await takeBack(ben, 3)
  expect(await read(ben, 3)).not.toHaveProperty('replyTo')
  for (const replyTo of [0, 1.5, -1, '1'])
    expect((await host.callRoom(roomId, 'POST', '/messages', { text: 'x', replyTo })).status).toBe(400)
})

test('an encrypted room takes envelopes only, also as an edit', async () => {
  roomId = await host.createRoom({ encryption: 'e2ee' })
  await host.joinRoom(roomId)
  await host.postMessage(roomId, { text: 'e1.AAAA' })
  expect(refusalOf(await edit(host, 1, { text: 'plain' }))).toEqual([422, 'plaintext-refused'])
  expect((await edit(host, 1, { text: 'e1.BBBB' })).body.text).toBe('e1.BBBB')
  const answer = await host.postMessage(roomId, { text: 'e1.CCCC', replyTo: 1 })
  expect(answer.body).toMatchObject({ error: { code: 'invalid-request', issues: [{ path: 'replyTo' }] } })
})

test('a transcript says that a message was taken back, without its text', async () => {
  const ann = await Facilitator.signUp()
  roomId = (await ann.scheduleRoom({ title: 'Talk' })).roomId
  await ann.joinRoom(roomId)
  await ann.postMessage(roomId, { text: 'secret' })
  expect((await takeBack(ann, 1)).status).toBe(204)
  const [json, csv, markdown] = await Promise.all(
    (['json', 'csv', 'markdown'] as const).map(
      async (each) => (await ann.downloadTranscript(roomId, each)).text,
    ),
  )
  for (const text of [json, csv, markdown]) expect(text).not.toContain('secret')
  expect(json).toContain('"deletedAt":')
  expect(csv).toMatch(/"",\d{4}-\d\d-\d\dT[^,]*Z,""\r\n$/)
  expect(markdown).toContain('*taken back*')
})

test('an edit writes two rows, and taking back as many and one for each reaction', async () => {
  for (const text of ['one', 'two']) await host.sendMessage(roomId, text)
  await edit(host, 1, { text: 'One' })
  expect(await countRows(roomId, () => edit(host, 2, { text: 'Two' }))).toBe(2)
  await host.callRoom(roomId, 'PUT', '/messages/1/reactions/a')
  expect(await countRows(roomId, () => takeBack(host, 1))).toBeLessThanOrEqual(3)
})
