import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { readAttachment } from '../../worker/sockets/attachment.ts'
import { connectAnnAndBen } from './pairs.ts'
import { waitForLeaves } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

describe('a room that slept', () => {
  test('receives and delivers messages over the sockets that slept through, numbered on', async () => {
    const { roomId, annConnection, benConnection } = await connectAnnAndBen()
    annConnection.sendMessage('before')
    await benConnection.nextEvent('chat.message', 'messages do not flow at all')
    await evictDurableObject(roomObject(roomId))
    benConnection.sendMessage('after')
    const delivered = await annConnection.nextEvent(
      'chat.message',
      'Ann lost the room in its sleep',
      ({ id }) => id === 'after',
    )
    expect(delivered).toMatchObject({ seq: 2, sender: 'Ben', participantId: benConnection.id })
    await evictDurableObject(roomObject(roomId))
    annConnection.sendMessage('once more')
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('error')).toMatchObject([{ code: 'invalid-event', id: 'once more' }])
    annConnection.sendMessage('once-more')
    expect(
      await benConnection.nextEvent('chat.message', 'Ben lost it', ({ id }) => id === 'once-more'),
    ).toMatchObject({
      seq: 3,
      sender: 'Ann',
    })
  })

  test('knows who is present, by the attachments of their sockets', async () => {
    const { roomId, ann, annConnection, benConnection } = await connectAnnAndBen()
    await evictDurableObject(roomObject(roomId))
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ present: 2, seats: 2 })
    const seats = await runInDurableObject(roomObject(roomId), (_, state) =>
      state.getWebSockets().map((socket) => readAttachment(socket)?.participantId),
    )
    expect(seats.sort()).toEqual([annConnection.id, benConnection.id].sort())
    await benConnection.disconnect()
    await waitForLeaves(annConnection)
    expect(
      await annConnection.nextEvent('presence.leave', 'a leave after the sleep is not sent'),
    ).toMatchObject({
      participantId: benConnection.id,
      alias: 'Ben',
      present: 1,
    })
    expect((await ann.callRoom(roomId, 'GET')).body).toMatchObject({ present: 1, seats: 2 })
  })

  test('sends nobody that those who slept through have come', async () => {
    const { roomId, annConnection, benConnection } = await connectAnnAndBen()
    await evictDurableObject(roomObject(roomId))
    await benConnection.waitUntilSettled()
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('presence.join')).toHaveLength(1)
    expect(annConnection.receivedData('room.welcome')).toHaveLength(1)
  })

  test('remembers a message by its id', async () => {
    const { roomId, ann } = await connectAnnAndBen()
    const first = await ann.postMessage(roomId, { text: 'once', id: 'once' })
    await evictDurableObject(roomObject(roomId))
    const second = await ann.postMessage(roomId, { text: 'once', id: 'once' })
    expect([first.status, second.status]).toEqual([201, 200])
    expect(second.body).toEqual(first.body)
  })

  test('closes a socket whose seat is not there any more', async () => {
    const { roomId, ben, benConnection } = await connectAnnAndBen()
    await runInRoom(roomId, ({ sql }) => sql.exec('DELETE FROM participants WHERE alias = ?', 'Ben'))
    await evictDurableObject(roomObject(roomId))
    benConnection.sendMessage('who am I?')
    expect((await benConnection.waitForClose('a socket of nobody is open')).code).toBe(4401)
    expect((await ben.callRoom(roomId, 'GET', '/messages')).status).toBe(401)
  })

  test('answers a ping in its sleep with a pong', async () => {
    const { roomId, annConnection } = await connectAnnAndBen()
    await evictDurableObject(roomObject(roomId))
    annConnection.sendFrame('ping')
    await annConnection.waitForFrame('pong', 'a heartbeat has no answer')
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('error')).toEqual([])
  })

  test('lets those come back whose connection was cut, with the same seat', async () => {
    const { roomId, ann, annConnection } = await connectAnnAndBen()
    await evictDurableObject(roomObject(roomId), { webSockets: 'close' })
    const connection = await ann.openConnection(roomId)
    const welcome = await connection.nextEvent(
      'room.welcome',
      'the room sends nothing to those who come back',
    )
    expect(welcome).toMatchObject({ participantId: annConnection.id, alias: 'Ann' })
    expect(welcome.room).toMatchObject({ present: 1, seats: 2 })
    expect(welcome.participants.map(({ alias }) => alias)).toEqual(['Ann'])
  })
})

describe('presence', () => {
  test('counts a participant with two tabs once, and sends the leave after the last', async () => {
    const { roomId, ann, ben, annConnection, benConnection } = await connectAnnAndBen()
    const tab = await ben.openConnection(roomId)
    const welcome = await tab.nextEvent('room.welcome', 'the second tab is not welcomed')
    expect(welcome.room.present).toBe(2)
    expect(welcome.participants.map(({ alias }) => alias).sort()).toEqual(['Ann', 'Ben'])
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('presence.join')).toHaveLength(1)

    await benConnection.disconnect()
    await waitForLeaves(annConnection)
    expect(annConnection.receivedData('presence.leave')).toEqual([])
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(2)

    await tab.disconnect()
    await waitForLeaves(annConnection)
    expect(
      await annConnection.nextEvent('presence.leave', 'the last tab closed and nobody is notified'),
    ).toMatchObject({
      alias: 'Ben',
      present: 1,
    })
  })

  test('counts two tabs once after a sleep, too', async () => {
    const { roomId, ann, ben, annConnection, benConnection } = await connectAnnAndBen()
    const tab = await ben.openConnection(roomId)
    await tab.nextEvent('room.welcome', 'the second tab is not welcomed')
    await evictDurableObject(roomObject(roomId))
    expect((await ann.callRoom(roomId, 'GET')).body.present).toBe(2)
    await benConnection.disconnect()
    await waitForLeaves(annConnection)
    expect(annConnection.receivedData('presence.leave')).toEqual([])
    await tab.disconnect()
    await waitForLeaves(annConnection)
    expect(await annConnection.nextEvent('presence.leave', 'nobody is notified')).toMatchObject({
      present: 1,
    })
  })

  test('reaches every tab of a participant with every message', async () => {
    const { roomId, ben, annConnection } = await connectAnnAndBen()
    const tab = await ben.openConnection(roomId)
    annConnection.sendMessage('to-all-tabs')
    await tab.nextEvent('chat.message', 'the second tab misses messages', ({ id }) => id === 'to-all-tabs')
  })

  test('is not sent to the one it is about', async () => {
    const { annConnection, benConnection } = await connectAnnAndBen()
    await annConnection.waitUntilSettled()
    await benConnection.waitUntilSettled()
    expect(annConnection.receivedData('presence.join').map(({ alias }) => alias)).toEqual(['Ben'])
    expect(benConnection.receivedData('presence.join')).toEqual([])
  })

  test.for([1000, 1001, 3000, 4000, 4999])('notices a socket closed with %i', async (code) => {
    const { annConnection, benConnection } = await connectAnnAndBen()
    await benConnection.disconnect(code)
    await waitForLeaves(annConnection)
    expect(await annConnection.nextEvent('presence.leave', 'a closed socket counts on')).toMatchObject({
      present: 1,
    })
  })
})

describe('typing', () => {
  test('is sent to the others only, and not to another tab of the one who types', async () => {
    const { roomId, ben, annConnection, benConnection } = await connectAnnAndBen()
    const tab = await ben.openConnection(roomId)
    await tab.nextEvent('room.welcome', 'the second tab is not welcomed')
    benConnection.sendEvent('chat.typing', {})
    expect(await annConnection.nextEvent('chat.typing', 'nobody learns who types')).toEqual({
      participantId: benConnection.id,
    })
    for (const connection of [benConnection, tab]) {
      await connection.waitUntilSettled()
      expect(connection.receivedData('chat.typing')).toEqual([])
    }
  })

  test('is sent once a second at most', async () => {
    const { annConnection, benConnection } = await connectAnnAndBen()
    const started = Date.now()
    for (let index = 0; index < 30; index += 1) benConnection.sendEvent('chat.typing')
    await benConnection.waitUntilSettled()
    await annConnection.waitUntilSettled()
    expect(annConnection.receivedData('chat.typing').length).toBeGreaterThanOrEqual(1)
    const seconds = Math.floor((Date.now() - started) / 1_000)
    expect(annConnection.receivedData('chat.typing').length).toBeLessThanOrEqual(seconds + 1)
  })
})

describe('a room with more than 200 present', () => {
  test('is counted, once a second at most, and nobody is named until there are fewer again', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null })
    const first = await host.joinAndConnect(roomId)
    const people = Array.from({ length: 204 }, () => new Person())
    const among = await Promise.all(people.slice(0, 199).map((person) => person.joinAndConnect(roomId)))
    await first.waitUntilSettled()
    expect(first.receivedData('presence.join')).toHaveLength(199)
    expect(first.receivedData('presence.join').at(-1)?.present).toBe(200)
    expect(first.receivedData('presence.count')).toEqual([])

    const started = Date.now()
    const late = await Promise.all(people.slice(199).map((person) => person.joinAndConnect(roomId)))
    expect(
      await first.nextEvent('presence.count', 'a large room does not send how many are present'),
    ).toEqual({
      present: 205,
    })
    expect(first.receivedData('presence.join')).toHaveLength(199)
    for (const connection of late) {
      const [welcome] = connection.receivedData('room.welcome')
      expect(JSON.stringify(welcome).length).toBeLessThan(1_000)
      const { participantId, participants, room } = welcome ?? { room: null }
      expect(participants?.map((one) => one.participantId)).toEqual([participantId])
      expect(room?.present).toBeGreaterThan(200)
    }

    // Those who manage the room are known all the same: their messages show their role.
    const deputy = new Person()
    const cookie = `x-host-token=${host.readToken('x-host-token', roomId)}`
    await deputy.callApi('POST', `/api/rooms/${roomId}/join`, {}, { cookie })
    const managing = await deputy.openConnection(roomId)
    const { participantId: id } = await managing.nextEvent('room.welcome', 'the host is not welcomed')
    const isDeputy = ({ participantId }: { participantId: string }) => participantId === id
    expect(
      await first.nextEvent('presence.update', 'nobody learns that a host came', isDeputy),
    ).toMatchObject({
      role: 'host',
    })
    // Who is muted knows it wherever they come back: nobody else is named there.
    const mutedUntil = Date.now() + 600_000
    await deputy.callRoom(roomId, 'PATCH', `/participants/${among[0]?.id}`, { mutedUntil })
    const tab = await people[0]?.openConnection(roomId)
    const again = await tab?.nextEvent('room.welcome', 'a second tab is not welcomed')
    expect(again?.participants).toMatchObject([{ participantId: among[0]?.id, muted: mutedUntil }])
    await tab?.nextEvent('presence.update', 'a second tab does not learn who is a host', isDeputy)
    await tab?.disconnect()
    await managing.disconnect()
    await first.nextEvent('presence.count', 'the host has not left', ({ present }) => present === 205)
    await Promise.all(late.slice(0, 3).map((connection) => connection.disconnect()))
    await first.nextEvent('presence.count', 'leaving is not counted', ({ present }) => present === 202)
    expect(first.receivedData('presence.leave')).toEqual([])
    const seconds = Math.floor((Date.now() - started) / 1_000)
    expect(first.receivedData('presence.count').length).toBeLessThanOrEqual(seconds + 1)

    await late[3]?.disconnect()
    await late[4]?.disconnect()
    const few = await first.nextEvent(
      'presence.count',
      'nobody is sent who is left',
      ({ present }) => present === 200,
    )
    const left = people.slice(0, 199).map((person) => person.readToken('x-auth-token', roomId).split('.')[0])
    expect(new Set(few.participants?.map(({ participantId }) => participantId))).toEqual(
      new Set([...left, first.id]),
    )
    await among[0]?.disconnect()
    await first.nextEvent('presence.leave', 'who goes is not named', ({ present }) => present === 199)
    expect(first.receivedData('presence.count').at(-1)).toEqual(few)
  })
})
