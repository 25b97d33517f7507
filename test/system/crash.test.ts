import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Message } from '../../protocol/message.ts'
import { Person } from '../support/node-client.ts'
import { makeRandom, readSeed } from '../support/seed.ts'
import { type Server, startServer } from '../support/server.ts'
import { findTraces, readStoredFiles, waitForTraces } from '../support/storage-files.ts'

let server: Server

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterAll(() => server?.stop())

describe('a server that is killed in mid-conversation and started again on the same storage', () => {
  test('has every acknowledged message once, and those who come back miss none', async () => {
    const ann = new Person(server.origin)
    const ben = new Person(server.origin)
    const roomId = await ann.createRoom({ lifetime: 600 })
    await ann.joinRoom(roomId, { alias: 'Ann' })
    await ben.joinRoom(roomId, { alias: 'Ben' })
    const annConnection = await ann.openConnection(roomId)
    const benConnection = await ben.openConnection(roomId)
    await annConnection.nextEvent('room.welcome', 'the socket is open and the room is silent')
    await benConnection.nextEvent('room.welcome', 'the socket is open and the room is silent')

    // Ann talks over the socket and Ben over HTTP, both without a pause, until the power goes.
    const sent = Array.from({ length: 60 }, (_, index) => ({
      id: `ann-${index}`,
      text: `line ${index} of Ann`,
    }))
    for (const message of sent) annConnection.sendEvent('chat.message', message)
    const answered: Message[] = []
    const talking = (async () => {
      for (let index = 0; ; index += 1)
        answered.push(await ben.sendMessage(roomId, `line ${index} of Ben`, `ben-${index}`))
    })().catch(() => 'cut')
    const cutAfter = `ann-${10 + Math.floor(makeRandom(readSeed(20))() * 40)}`
    await benConnection.nextEvent('chat.message', 'messages are not delivered', ({ id }) => id === cutAfter)
    await server.kill()
    expect(await talking).toBe('cut')
    await Promise.all([annConnection.closed, benConnection.closed])

    await server.restart()

    const delivered = [annConnection, benConnection].flatMap((each) => each.receivedData('chat.message'))
    const promised = new Map([...delivered, ...answered].map((message) => [message.id, message]))
    expect(promised.size, 'nothing was acknowledged before the power went').toBeGreaterThan(20)

    // The seat is still Ben's, and the socket goes on where it was cut.
    const seen = benConnection.receivedData('chat.message')
    const last = Math.max(...seen.map(({ seq }) => seq))
    const resumed = await ben.openConnection(roomId, last)
    const welcome = await resumed.nextEvent('room.welcome', 'the socket is open and the room is silent')
    expect(welcome.alias).toBe('Ben')
    const whole: Message[] = [...seen, ...welcome.messages]
    expect(whole.map(({ seq }) => seq)).toEqual(whole.map((_, index) => index + 1))
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
    for (const [id, message] of promised) expect(whole.find((each) => each.id === id)).toEqual(message)

    // Ann sends everything again, not knowing what arrived: each is there once.
    const again = await ann.openConnection(roomId)
    await again.nextEvent('room.welcome', 'the socket is open and the room is silent')
    for (const message of sent) again.sendEvent('chat.message', message)
    for (const { id } of sent) {
      await again.nextEvent(
        'chat.message',
        `the resent ${id} was not answered`,
        (message) => message.id === id,
      )
    }
    const history = await ben.readHistory(roomId)
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1))
    for (const { id, text } of sent)
      expect(history.filter((each) => each.id === id)).toMatchObject([{ text }])
  })

  test('goes on with a file between any two of its calls, and answers none that is not stored', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom({ lifetime: 600 })
    await ann.joinRoom(roomId)
    const octets = new Uint8Array(524_316).fill(7)
    const announced = await ann.callRoom(roomId, 'POST', '/files', { size: 3 * 524_288, chunks: 3 })
    const { fileId }: { fileId: string } = JSON.parse(announced.text)
    const put = (index: number) => ann.callRoom(roomId, 'PUT', `/files/${fileId}/${index}`, octets)
    expect((await put(0)).status).toBe(204)
    // The power goes while the next two are sent, or wait for their turn, or are stored.
    const cut = Promise.allSettled([put(1), put(2)])
    await server.kill()
    const answered = (await cut).flatMap(({ status }, at) => (status === 'fulfilled' ? [at + 1] : []))
    await server.restart()

    const name = () => ann.postMessage(roomId, { id: 'm', text: 'look', files: [fileId] })
    const read = async (index: number) => {
      const response = await ann.fetchResponse('GET', `/api/rooms/${roomId}/files/${fileId}/${index}`)
      return [response.status, (await response.arrayBuffer()).byteLength]
    }
    for (const index of [0, ...answered]) expect(await read(index)).toEqual([200, 524_316])
    for (const index of [1, 2]) expect((await put(index)).status).toBe(204)
    expect((await name()).status).toBe(201)
    await server.restart()
    expect((await name()).status).toBe(200)
    for (const index of [0, 1, 2]) expect(await read(index)).toEqual([200, 524_316])
  })

  test('keeps seats, roles and the lock', async () => {
    const host = new Person(server.origin)
    const participant = new Person(server.origin)
    const roomId = await host.createRoom({ capacity: 3, password: 'correct horse' })
    const before = await host.joinRoom(roomId, { password: 'correct horse', alias: 'Hannah' })
    await participant.joinRoom(roomId, { password: 'correct horse' })
    expect((await host.callApi('PATCH', `/api/rooms/${roomId}`, { locked: true })).status).toBe(200)

    await server.restart()

    const again = await host.joinRoom(roomId)
    expect(again).toMatchObject({ participantId: before.participantId, alias: 'Hannah', role: 'host' })
    expect(again.room).toMatchObject({ seats: 2, locked: true, expiresAt: before.room.expiresAt })
    const stranger = await new Person(server.origin).callApi('POST', `/api/rooms/${roomId}/join`, {
      password: 'correct horse',
    })
    expect([stranger.status, stranger.body.error?.code]).toEqual([403, 'room-locked'])
  })

  test('finds a room dead whose time passed while nothing ran, and has deleted it before anybody asks', async () => {
    const ann = new Person(server.origin)
    const roomId = await ann.createRoom({ lifetime: 600 })
    await ann.joinRoom(roomId)
    await ann.sendMessage(roomId, 'gone while nobody looked')
    const connection = await ann.openConnection(roomId)
    await connection.nextEvent('room.welcome', 'the socket is open and the room is silent')
    const closesAt = Date.now() + 4_000
    expect((await ann.callRoom(roomId, 'PATCH', '', { closesAt })).body.expiresAt).toBe(closesAt)
    await server.kill()
    const isStored = async () =>
      findTraces(await readStoredFiles(server.storage), ['gone while nobody looked'])
    expect(await isStored()).not.toEqual([])
    // Its end is a moment in time: there is no event to wait for while nothing runs.
    await new Promise((resolve) => setTimeout(resolve, closesAt - Date.now() + 500))

    await server.restart()

    expect(await waitForTraces(server.storage, ['gone while nobody looked'])).toEqual([])
    expect((await ann.callApi('GET', `/api/rooms/${roomId}/messages`)).status).toBe(404)
    expect((await ann.callApi('GET', `/api/rooms/${roomId}`)).body.error?.code).toBe('room-not-found')
    expect((await ann.callApi('POST', `/api/rooms/${roomId}/join`, {})).status).toBe(404)
    expect(await ann.readUpgradeStatus(roomId)).toBe(404)
  })
})
