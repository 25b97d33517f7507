import { describe, expect, test } from 'vitest'
import { expectStatus } from '../support/api-client.ts'
import { Person } from './person.ts'

const COMING = 40

/** A room with its host in it, and people who have seats and no sockets yet. */
async function makeSeatedRoom(count: number) {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: null })
  const connection = await host.joinAndConnect(roomId, { alias: 'Hanna' })
  const people = Array.from({ length: count }, () => new Person())
  await Promise.all(people.map((person) => person.joinRoom(roomId)))
  return { roomId, host, connection, people }
}

describe('what comes at once', () => {
  test('is sent in far fewer frames than it has messages, in order', async () => {
    const { roomId, connection, people } = await makeSeatedRoom(1)
    const other = (await people[0]?.openConnection(roomId)) as typeof connection
    await other.nextEvent('room.welcome', 'the other one is not welcomed')
    const ids = Array.from({ length: 60 }, (_, at) => `m${at}`)
    for (const id of ids) connection.sendMessage(id)
    await other.nextEvent('chat.message', 'messages get lost', ({ id }) => id === 'm59')
    expect(other.receivedData('chat.message').map(({ id }) => id)).toEqual(ids)
    const frames = other.frames.filter((frame) => frame.includes('"chat.message"'))
    expect(frames.length).toBeLessThan(ids.length / 3)
  })

  test('over HTTP is sent in few frames, too', async () => {
    const { roomId, host, connection } = await makeSeatedRoom(0)
    const before = connection.frames.length
    const posts = await Promise.all(
      Array.from({ length: 60 }, () => host.postMessage(roomId, { text: 'hi' })),
    )
    expect(posts.map(({ status }) => status)).toEqual(posts.map(() => 201))
    await connection.waitUntilSettled()
    expect(connection.receivedData('chat.message').map(({ seq }) => seq)).toEqual(
      posts.map((_, at) => at + 1),
    )
    expect(connection.frames.length - before).toBeLessThan(posts.length / 3)
  })

  test('takes seats for everyone, one each, with names of their own', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null })
    const people = Array.from({ length: COMING }, () => new Person())
    const replies = await Promise.all(people.map((person) => person.requestJoin(roomId)))
    const joined = replies.map((reply) => expectStatus(reply, 200))
    expect(new Set(joined.map(({ participantId }) => participantId)).size).toBe(COMING)
    expect(new Set(joined.map(({ alias }) => alias)).size).toBe(COMING)
    expect((await host.callRoom(roomId, 'GET')).body.seats).toBe(COMING)
  })

  test('welcomes everyone first of all, and names each of those present once to each', async () => {
    const { roomId, connection, people } = await makeSeatedRoom(COMING)
    const before = connection.frames.length
    const connections = await Promise.all(people.map((person) => person.openConnection(roomId)))
    for (const each of connections) {
      await each.nextEvent('room.welcome', 'somebody is not welcomed')
      await each.waitUntilSettled()
      expect(each.events[0]?.event).toBe('room.welcome')
      const [welcome] = each.receivedData('room.welcome')
      const named = [...(welcome?.participants ?? []), ...each.receivedData('presence.join')]
      const ids = named.map(({ participantId }) => participantId)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toContain(welcome?.participantId)
      expect(ids).toHaveLength(COMING + 1)
    }
    await connection.waitUntilSettled()
    expect(connection.receivedData('presence.join')).toHaveLength(COMING)
    // Those who came together are named together.
    expect(connection.frames.length - before).toBeLessThan(COMING / 2)
  })

  test('is sent once to those who come meanwhile: in their welcome, or after it', async () => {
    const { roomId, connection, people } = await makeSeatedRoom(20)
    const coming = people.map(async (person, at) => {
      connection.sendMessage(`m${at}`)
      return person.openConnection(roomId)
    })
    const connections = await Promise.all(coming)
    await connection.waitUntilSettled()
    for (const each of connections) {
      await each.nextEvent('room.welcome', 'somebody is not welcomed')
      await each.waitUntilSettled()
      const [welcome] = each.receivedData('room.welcome')
      const seqs = [...(welcome?.messages ?? []), ...each.receivedData('chat.message')].map(({ seq }) => seq)
      expect(seqs).toEqual(people.map((_, at) => at + 1))
    }
  })
})

describe('in a busy room', () => {
  /** A room in which 40 people are present, and people with seats who come one by one, each once the last one is welcomed. */
  async function fillRoom(coming: number) {
    const { roomId, connection, people } = await makeSeatedRoom(COMING + coming)
    await Promise.all(people.slice(0, COMING).map((person) => person.openConnection(roomId)))
    await connection.waitUntilSettled()
    const come = async () => {
      const connections = []
      for (const person of people.slice(COMING)) connections.push(await person.joinAndConnect(roomId))
      return connections
    }
    return {
      connection,
      come,
      frames: () => connection.frames.filter((frame) => frame.includes('"presence.join"')).length,
    }
  }

  test('who comes one by one is named ten times a second at most, and nobody is left out', async () => {
    const { connection, come, frames } = await fillRoom(60)
    const before = frames()
    const started = Date.now()
    await come()
    await connection.nextEvent(
      'presence.join',
      'somebody is not named',
      ({ present }) => present === COMING + 61,
    )
    // One at once, and one for each tenth of a second begun.
    expect(frames() - before).toBeLessThanOrEqual(Math.ceil((Date.now() - started) / 100) + 1)
    expect(connection.receivedData('presence.join').map(({ present }) => present)).toEqual(
      Array.from({ length: COMING + 60 }, (_, at) => at + 2),
    )
  })

  test('whoever sends a message is named before it', async () => {
    const { connection, come } = await fillRoom(6)
    const connections = await come()
    for (const [at, one] of connections.entries()) one.sendMessage(`m${at}`)
    await connection.nextEvent('chat.message', 'a message is lost', ({ seq }) => seq === connections.length)
    const delivered = connection.events.slice(
      connection.events.findLastIndex(({ event }) => event === 'error') + 1,
    )
    const named = new Set<string>()
    for (const { event, data } of delivered) {
      if (event === 'presence.join') named.add(data.participantId)
      if (event === 'chat.message') expect(named).toContain(data.participantId)
    }
    expect(named.size).toBe(connections.length)
  })
})
