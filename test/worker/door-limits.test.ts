import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test, vi } from 'vitest'
import { CONNECTIONS_MAX, DEAD_LINE_MS, WAITING_FRAME_RATE } from '../../protocol/connection-limits.ts'
import { WAITING_MAX, WAITING_SEAT_MS } from '../../protocol/limits.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { countRows } from './count-rows.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

/** A room with a closed door, and somebody who waits there. */
async function openKnockingRoom(options: Record<string, unknown> = {}) {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 20, door: 'knock', ...options })
  const connection = await host.joinAndConnect(roomId)
  const person = new Person()
  const { participantId: id } = await person.joinRoom(roomId)
  const waiting = await person.openConnection(roomId)
  await waiting.nextEvent('door.waiting', 'who waits is not told so')
  return { host, roomId, connection, person, id, waiting }
}

describe('who waits', () => {
  test('is closed and kept off for flooding, on every socket, and goes on waiting', async () => {
    const { roomId, person, waiting } = await openKnockingRoom()
    const tab = await person.openConnection(roomId)
    await tab.nextEvent('door.waiting', 'the second tab is not told')
    vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    for (let index = 0; index < WAITING_FRAME_RATE.burst + 50; index += 1) waiting.sendFrame('x')
    expect((await waiting.waitForClose('a flood is taken without an end')).code).toBe(4429)
    expect((await tab.waitForClose('the other tab is open')).code).toBe(4429)
    letTimePass(0)
    expect((await person.requestUpgrade(roomId)).status).toBe(429)
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'waiting'])
  })

  test('is kept off after few frames, also after the room has slept', async () => {
    const { roomId, waiting } = await openKnockingRoom()
    await evictDurableObject(roomObject(roomId))
    for (let index = 0; index < WAITING_FRAME_RATE.burst + 50; index += 1) waiting.sendFrame('x')
    expect((await waiting.waitForClose('a flood is taken without an end')).code).toBe(4429)
  })

  test('stays kept off for flooding once they are let in', async () => {
    const { host, roomId, person, id, waiting } = await openKnockingRoom()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    for (let index = 0; index < WAITING_FRAME_RATE.burst + 50; index += 1) waiting.sendFrame('x')
    await waiting.waitForClose('a flood is taken without an end')
    letTimePass(0)
    expectStatus(await host.callRoom(roomId, 'POST', `/participants/${id}/admit`), 204)
    expect((await person.requestUpgrade(roomId)).status).toBe(429)
  })

  test('has twelve sockets at most: one more closes the one that was silent for longest', async () => {
    const { host, roomId, person, id, waiting } = await openKnockingRoom()
    const more: Awaited<ReturnType<Person['openConnection']>>[] = []
    for (let count = 0; count < CONNECTIONS_MAX; count += 1) more.push(await person.openConnection(roomId))
    expect(await waiting.waitForClose('there are thirteen')).toEqual({ code: 4429, reason: 'replaced' })
    expectStatus(await host.callRoom(roomId, 'POST', `/participants/${id}/admit`), 204)
    for (const each of more) await each.nextEvent('room.welcome', 'a socket is not welcomed')
    const another = await person.openConnection(roomId)
    await another.nextEvent('room.welcome', 'no welcome')
    const closed = await Promise.race(more.map((each) => each.closed))
    expect(closed).toEqual({ code: 4429, reason: 'replaced' })
  })

  test('over a line that is dead is closed, and forgotten a minute after the last sign', async () => {
    const { roomId, connection, id, person, waiting } = await openKnockingRoom()
    waiting.sendFrame('ping')
    await waiting.waitForFrame('pong', 'a heartbeat has no answer')
    letTimePass(DEAD_LINE_MS - 5_000)
    connection.sendMessage('early')
    await connection.nextEvent('chat.message', 'not delivered', ({ id }) => id === 'early')
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'waiting'])
    letTimePass(5_000)
    connection.sendMessage('late')
    expect((await waiting.waitForClose('a dead line stays open')).code).toBe(1000)
    expect(DEAD_LINE_MS).toBeGreaterThan(WAITING_SEAT_MS)
    expect(await connection.nextEvent('door.gone', 'they wait for ever')).toEqual({ participantId: id })
  })

  test('is alive by any frame that comes', async () => {
    const { connection, waiting } = await openKnockingRoom()
    waiting.sendFrame('ping')
    await waiting.waitForFrame('pong', 'a heartbeat has no answer')
    letTimePass(DEAD_LINE_MS)
    waiting.sendMessage('still here')
    expect(await waiting.nextEvent('error', 'no answer')).toMatchObject({ code: 'waiting' })
    connection.sendMessage('m1')
    await connection.nextEvent('chat.message', 'not delivered')
    expect(connection.receivedData('door.gone')).toEqual([])
  })
})

test('a knock is a row, the connection one more, and so is the seat; nobody inside is written to', async () => {
  const { host, roomId } = await openKnockingRoom()
  const person = new Person()
  let id = ''
  const knock = await countRows(roomId, async () => {
    id = (await person.joinRoom(roomId)).participantId
  })
  const connect = await countRows(roomId, async () => {
    const waiting = await person.openConnection(roomId)
    await waiting.nextEvent('door.waiting', 'not told')
  })
  const admit = await countRows(roomId, () => host.callRoom(roomId, 'POST', `/participants/${id}/admit`))
  expect({ knock, connect, admit }).toEqual({ knock: 1, connect: 1, admit: 3 })
  const { participantId } = await new Person().joinRoom(roomId)
  const turnAway = () => host.callRoom(roomId, 'DELETE', `/participants/${participantId}`)
  expect(await countRows(roomId, turnAway)).toBe(2)
})

test('five hundred knocks cost a room less than five hundred messages: in rows, and in time', async () => {
  const { host, roomId } = await openKnockingRoom({ lifetime: 86_400 })
  const speakers: string[] = []
  for (let count = 0; count < 6; count += 1) {
    const speaker = new Person()
    const { participantId } = await speaker.joinRoom(roomId)
    expectStatus(await host.callRoom(roomId, 'POST', `/participants/${participantId}/admit`), 204)
    await speaker.openConnection(roomId)
    speakers.push(speaker.readToken('x-auth-token', roomId))
  }
  // The room alone is asked, without the Worker before it.
  const room = roomObject(roomId)
  const cost = { knocks: { rows: 0, ms: [] as number[] }, messages: { rows: 0, ms: [] as number[] } }
  const count = async (what: keyof typeof cost, run: () => Promise<unknown>) => {
    const began = performance.now()
    cost[what].rows += await countRows(roomId, run)
    cost[what].ms.push(performance.now() - began)
  }
  // In turns, of which the fastest counts: the machine does something else in the others.
  for (let turn = 0; turn < 10; turn += 1) {
    await count('knocks', async () => {
      for (let at = 0; at < 50; at += 1) await room.joinRoom({ source: 'somebody' }, {})
    })
    await count('messages', async () => {
      for (let at = 0; at < 50; at += 1) {
        const posted = await room.postMessage({ token: speakers[at % 6] }, { text: 'hello' })
        if (!posted.ok) throw new Error(posted.refusal.code)
      }
    })
  }
  expect(cost.messages.rows).toBeGreaterThanOrEqual(500)
  expect(cost.knocks.rows).toBeLessThanOrEqual(WAITING_MAX)
  expect(Math.min(...cost.knocks.ms)).toBeLessThan(Math.min(...cost.messages.ms))
})
