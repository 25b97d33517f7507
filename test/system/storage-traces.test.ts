import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeEmptyDatabases } from '../../scripts/server/remove-empty-databases.ts'
import { Person } from '../support/node-client.ts'
import { type Server, startServer } from '../support/server.ts'
import { findTraces, readStoredFiles, type StoredFile, waitForTraces } from '../support/storage-files.ts'

const DEPLOYING = join(import.meta.dirname, '../../docs/deploying.md')

let server: Server

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterAll(() => server?.stop())

/** Milliseconds in which a room ends by itself. */
const SOON = 2_000

let rooms = 0

/** A lively room, and every word by which it, and no other room, could be recognised on the disk. */
async function makeBusyRoom() {
  rooms += 1
  const trace = `trace-${rooms}`
  const password = `password-${trace}`
  const ann = new Person(server.origin)
  const ben = new Person(server.origin)
  const roomId = await ann.createRoom({ lifetime: 600, password })
  const { participantId } = await ann.joinRoom(roomId, { alias: `Ann-${trace}`, password })
  await ben.joinRoom(roomId, { alias: `Ben-${trace}`, password })
  const connection = await ben.openConnection(roomId)
  await connection.nextEvent('room.welcome', 'the socket is open and the room is silent')
  for (let index = 0; index < 40; index += 1)
    await ann.sendMessage(roomId, `sentence-${trace}, number ${index}`)
  connection.sendEvent('chat.message', { id: `id-${trace}`, text: `socket-${trace}` })
  await connection.nextEvent('chat.message', 'the room does not deliver it', ({ id }) => id === `id-${trace}`)
  const octets = new TextEncoder().encode(`octets-${trace}`)
  const announced = await ann.callRoom(roomId, 'POST', '/files', { size: octets.byteLength, chunks: 1 })
  const { fileId }: { fileId: string } = JSON.parse(announced.text)
  await ann.callRoom(roomId, 'PUT', `/files/${fileId}/0`, octets)
  await ann.postMessage(roomId, { text: `file-${trace}`, files: [fileId] })
  await ann.callRoom(roomId, 'PATCH', '/messages/1', { text: `edited-${trace}` })
  await ben.callRoom(roomId, 'PUT', `/messages/1/reactions/code-${trace}`)
  await ann.postMessage(roomId, { text: `once-${trace}`, burn: 3_600 })
  const kept = [
    roomId,
    participantId,
    `Ann-${trace}`,
    `Ben-${trace}`,
    `sentence-${trace}`,
    `socket-${trace}`,
    `id-${trace}`,
    `octets-${trace}`,
    fileId,
    `edited-${trace}`,
    `code-${trace}`,
    `once-${trace}`,
  ]
  return { ann, ben, connection, roomId, kept, never: [password] }
}

describe('what is on the disk', () => {
  test('holds a living room, without its password and tokens', async () => {
    const { ann, roomId, kept, never } = await makeBusyRoom()
    const files = await readStoredFiles(server.storage)
    // Without this the tests below would pass for want of looking.
    expect(kept.filter((word) => findTraces(files, [word]).length === 0)).toEqual([])
    // Hashed for as much as is said (worker/secrets/password-cost.ts): the tests within workerd pay less.
    expect(findTraces(files, ['scrypt$16384$8$5$'])).not.toEqual([])
    const cookie =
      /x-auth-token=([^;]+)/.exec(ann.jar.cookieHeader(`/api/rooms/${roomId}/messages`))?.[1] ?? ''
    const secrets = cookie.split(/[.~]/).slice(1)
    // Of the seat, and of the host.
    expect(secrets.map(({ length }) => length)).toEqual([43, 43])
    expect(findTraces(files, [...never, cookie, ...secrets])).toEqual([])
  })

  test('holds nothing of a room that was destroyed', async () => {
    const { ann, connection, roomId, kept, never } = await makeBusyRoom()
    const answer = await ann.callApi('DELETE', `/api/rooms/${roomId}`)
    expect([answer.status, answer.body]).toEqual([200, { destroyed: true }])
    const delivered = await connection.nextEvent('chat.destroy', 'nobody was sent the end')
    expect(delivered).toEqual({ isDestroyed: true, reason: 'destroyed' })
    expect((await connection.closed).code).toBe(4410)
    expect((await ann.callApi('GET', `/api/rooms/${roomId}`)).status).toBe(404)
    expect(await waitForTraces(server.storage, [...kept, ...never])).toEqual([])
  })

  test('holds nothing of a room that expired, although nobody asked for it again', async () => {
    const { ann, connection, roomId, kept, never } = await makeBusyRoom()
    const endSoon = () => ann.callRoom(roomId, 'PATCH', '', { closesAt: Date.now() + SOON })
    // An end that is past when it arrives is refused, where the machine stood still meanwhile.
    await expect.poll(async () => (await endSoon()).status, { timeout: 20_000 }).toBe(200)
    const delivered = await connection.nextEvent('chat.destroy', 'a room is alive after its end')
    expect(delivered).toEqual({ isDestroyed: true, reason: 'expired' })
    expect((await connection.closed).code).toBe(4410)
    expect(await waitForTraces(server.storage, [...kept, ...never])).toEqual([])
  })

  test('holds nothing of made-up room ids: no word, and no table', async () => {
    const stranger = new Person(server.origin)
    const before = new Set((await readStoredFiles(server.storage)).map(({ path }) => path))
    const ids = Array.from({ length: 8 }, (_, index) => `made-up-room-id-0000${index}`)
    for (const id of ids) {
      expect((await stranger.callApi('GET', `/api/rooms/${id}`)).body.error?.code).toBe('room-not-found')
      expect((await stranger.callApi('POST', `/api/rooms/${id}/join`, {})).status).toBe(404)
      expect((await stranger.callApi('GET', `/room/${id}`)).status).toBe(303)
      expect(await stranger.readUpgradeStatus(id)).toBe(404)
      expect((await stranger.callApi('DELETE', `/api/rooms/${id}`)).status).toBe(404)
    }
    const after = await readStoredFiles(server.storage)
    expect(findTraces(after, ids)).toEqual([])
    // workerd makes a file for every object that is asked for; an empty one, where the object stores nothing.
    const files = after.filter(({ path }) => !before.has(path))
    expect(files.flatMap(({ path, bytes }) => (bytes.includes('CREATE TABLE') ? [path] : []))).toEqual([])
  })

  test('holds no table of a room that is gone', async () => {
    const { ann, roomId } = await makeBusyRoom()
    const before = listTableFiles(await readStoredFiles(server.storage))
    await ann.callApi('DELETE', `/api/rooms/${roomId}`)
    const rest = async () => listTableFiles(await readStoredFiles(server.storage)).length
    await expect
      .poll(rest, { timeout: 30_000, message: 'the tables of a destroyed room stay' })
      .toBe(before.length - 1)
  })
})

/** The objects' databases in which there is a table. */
function listTableFiles(files: StoredFile[]): string[] {
  const rooms = files.filter(
    ({ path, bytes }) => path.includes('private-chat-Room') && bytes.includes('CREATE TABLE'),
  )
  return [...new Set(rooms.map(({ path }) => path.replace(/-wal$/, '')))].filter(
    (path) => !path.endsWith('metadata.sqlite'),
  )
}

test('no line the server logs carries a room id, a name or a text', async () => {
  const { ann, ben, connection, roomId, kept, never } = await makeBusyRoom()
  connection.sendFrame('no event at all')
  connection.sendEvent('chat.message', { id: '', text: kept[4] })
  await ben.callApi('POST', `/api/rooms/${roomId}/messages`, `{"text": "${kept[4]}`)
  await new Person(server.origin).callApi('POST', `/api/rooms/${roomId}/join`, {
    password: kept[4],
  })
  await ann.callApi('DELETE', `/api/rooms/${roomId}`)
  await connection.closed
  expect(server.output()).toContain('"listen"')
  expect([...kept, ...never].filter((word) => server.output().includes(word))).toEqual([])
})

test('of rooms that are gone an empty file is left, which goes before the next start; rooms that live go on', async () => {
  const { ann, roomId } = await makeBusyRoom()
  const { ann: other, roomId: gone } = await makeBusyRoom()
  await other.callApi('DELETE', `/api/rooms/${gone}`)
  await server.kill()
  const countFiles = async () =>
    (await readStoredFiles(server.storage)).filter(({ path }) => /[0-9a-f]{64}\.sqlite$/.test(path)).length
  const before = await countFiles()
  // What the documentation has for a container finds the same files.
  const [, find = ''] = /^ +\$ find data (.*)-delete$/m.exec(await readFile(DEPLOYING, 'utf8')) ?? []
  const found = execFileSync('sh', ['-c', `find ${server.storage} ${find} -print`], { encoding: 'utf8' })
  const removed = removeEmptyDatabases(server.storage)
  expect(removed).toBeGreaterThan(1)
  expect(found.trim().split('\n')).toHaveLength(removed)
  expect(await countFiles()).toBe(before - removed)
  await server.restart()
  expect((await ann.callApi('GET', `/api/rooms/${roomId}/messages`)).body.messages).not.toEqual([])
  expect((await other.callApi('GET', `/api/rooms/${gone}`)).status).toBe(404)
})
