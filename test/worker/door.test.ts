import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { STOPS_WAITING } from '../../protocol/close.ts'
import { WAITING_MAX, WAITING_SEAT_MS } from '../../protocol/limits.ts'
import { expectStatus, refusalOf } from '../support/api-client.ts'
import { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass, waitForLeaves } from './pass-time.ts'
import { channelOf, listTables, Person, readAlarm, roomObject, runInRoom } from './person.ts'

/** Makes a room whose door is closed, with its host inside. */
async function openKnockingRoom(options: Record<string, unknown> = {}) {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 20, door: 'knock', ...options })
  const { password } = options
  const connection = await host.joinAndConnect(roomId, { alias: 'Hanna', password })
  return { host, roomId, connection }
}

/** Somebody who knocks by HTTP. */
async function knock(roomId: string, alias?: string) {
  const person = new Person()
  const joined = await person.joinRoom(roomId, alias === undefined ? {} : { alias })
  return { person, id: joined.participantId, joined }
}

/** Somebody who knocks, and waits with a socket. */
async function knockAndWait(roomId: string, alias?: string) {
  const { person, id } = await knock(roomId, alias)
  const connection = await person.openConnection(roomId)
  await connection.nextEvent('door.waiting', 'who waits is not told so')
  return { person, id, connection }
}

/** Somebody who waits, with a socket that asks for what was said after the first of two messages. */
async function waitAfterTwoMessages(host: Person, roomId: string) {
  await host.sendMessage(roomId, 'first')
  await host.sendMessage(roomId, 'second')
  const { person, id } = await knock(roomId, 'Ben')
  const connection = await person.openConnection(roomId, 1)
  await connection.nextEvent('door.waiting', 'who waits is not told so')
  return { person, id, connection }
}

function admit(host: Person, roomId: string, id: string, body?: Record<string, unknown>) {
  return host.callRoom(roomId, 'POST', `/participants/${id}/admit`, body)
}

function turnAway(host: Person, roomId: string, id: string) {
  return host.callRoom(roomId, 'DELETE', `/participants/${id}`)
}

describe('whoever comes to a closed door', () => {
  test('waits: there is a cookie, no seat, and a host learns of it', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, id, joined } = await knock(roomId, 'Ben')
    expect(joined).toMatchObject({ alias: 'Ben', role: 'waiting', room: { roomId, seats: 1, door: 'knock' } })
    expect(await connection.nextEvent('door.knock', 'the host is not told')).toEqual({
      participantId: id,
      alias: 'Ben',
    })
    expect((await host.callRoom(roomId, 'GET')).body).toMatchObject({ seats: 1 })
    const again = await person.joinRoom(roomId, { alias: 'Other' })
    expect(again).toMatchObject({ participantId: id, alias: 'Ben', role: 'waiting' })
    await connection.waitUntilSettled()
    expect(connection.receivedData('door.knock')).toHaveLength(1)
  })

  test('comes in where they are its host, or its facilitator', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ door: 'knock' })
    expect((await host.joinRoom(roomId)).role).toBe('host')
    const facilitator = await Facilitator.signUp()
    const planned = await facilitator.scheduleRoom({ door: 'knock' })
    expect((await facilitator.joinRoom(planned.roomId)).role).toBe('facilitator')
    expect((await knock(planned.roomId)).joined.role).toBe('waiting')
  })

  test('is checked as ever before: the password, the lock, the seats', async () => {
    const { host, roomId } = await openKnockingRoom({ password: 'sesame', capacity: 2 })
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([401, 'password-required'])
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'wrong' }))).toEqual([
      403,
      'wrong-password',
    ])
    const ben = new Person()
    await ben.joinRoom(roomId, { password: 'sesame' })
    await host.callRoom(roomId, 'PATCH', '', { locked: true })
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'sesame' }))).toEqual([
      403,
      'room-locked',
    ])
    await host.callRoom(roomId, 'PATCH', '', { locked: false })
    const { participantId } = await ben.joinRoom(roomId)
    expectStatus(await admit(host, roomId, participantId), 204)
    expect(refusalOf(await new Person().requestJoin(roomId, { password: 'sesame' }))).toEqual([
      409,
      'room-full',
    ])
  })

  test('may not take a name of the room’s, and is not told which names are taken', async () => {
    const { roomId } = await openKnockingRoom()
    expect(refusalOf(await new Person().requestJoin(roomId, { alias: 'Host' }))).toEqual([
      400,
      'invalid-request',
    ])
    expect((await knock(roomId, 'Hanna')).joined).toMatchObject({ alias: 'Hanna', role: 'waiting' })
  })

  test('is one of fifty at most', async () => {
    const { roomId } = await openKnockingRoom({ capacity: null })
    const first = await knock(roomId)
    for (let more = 1; more < WAITING_MAX; more += 1) await knock(roomId)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    expect((await first.person.joinRoom(roomId)).role).toBe('waiting')
  })

  test('is shown the room’s page', async () => {
    const { roomId, host } = await openKnockingRoom({ capacity: 2 })
    const { person } = await knock(roomId)
    const { id } = await knock(roomId)
    expectStatus(await admit(host, roomId, id), 204)
    expect((await person.fetchResponse('GET', `/room/${roomId}`)).status).toBe(200)
    expect((await new Person().fetchResponse('GET', `/room/${roomId}`)).status).toBe(303)
  })

  test('costs a room without a door no table', async () => {
    const person = new Person()
    const roomId = await person.createRoom()
    await person.joinRoom(roomId)
    expect(await listTables(roomId)).not.toContain('waiting')
  })
})

describe('who waits', () => {
  test('is told that, and nothing of what happens inside', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, connection: waiting } = await knockAndWait(roomId, 'Ben')
    await host.sendMessage(roomId, 'a secret word', 'secret-id')
    const guest = await knockAndWait(roomId, 'Gwen')
    expectStatus(await admit(host, roomId, guest.id), 204)
    connection.sendEvent('chat.typing')
    connection.sendMessage('another-id', 'another word')
    await host.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Johanna' })
    await host.callRoom(roomId, 'PATCH', '', { locked: true })
    await guest.connection.nextEvent('room.update', 'those inside are not told')
    const answers = await Promise.all([
      person.callRoom(roomId, 'GET', '/messages'),
      person.callRoom(roomId, 'GET', '/participants'),
      person.callRoom(roomId, 'GET'),
      person.requestJoin(roomId),
    ])
    await waiting.waitUntilSettled()
    const all = [...waiting.frames, ...answers.map(({ text }) => text)].join()
    for (const word of ['secret', 'another', 'Hanna', 'Johanna', 'Gwen', connection.id, guest.id])
      expect(all).not.toContain(word)
    expect(new Set(waiting.events.map(({ event }) => event))).toEqual(new Set(['door.waiting', 'error']))
  })

  test.each([
    { method: 'POST', path: '/leave' },
    { method: 'GET', path: '/ttl' },
    { method: 'GET', path: '/messages' },
    { method: 'POST', path: '/messages', body: { text: 'hello' } },
    { method: 'POST', path: '/messages', body: { text: '' } },
    { method: 'POST', path: '/typing' },
    { method: 'GET', path: '/participants' },
    { method: 'PATCH', path: '/participants/me', body: { alias: 'Other' } },
    { method: 'PATCH', path: '', body: { locked: true } },
    { method: 'PATCH', path: '', body: {} },
    { method: 'DELETE', path: '' },
    { method: 'DELETE', path: '/participants/somebody' },
    { method: 'POST', path: '/participants/somebody/admit' },
    { method: 'PATCH', path: '/participants/somebody', body: { role: 'host' } },
    { method: 'POST', path: '/host' },
    { method: 'GET', path: '/epochs' },
    {
      method: 'POST',
      path: '/epochs',
      body: { epoch: 2, admission: null, invite: null, wraps: {}, check: 'x' },
    },
  ])('is refused $method $path', async ({ method, path, body }) => {
    const { roomId } = await openKnockingRoom({ destroyBy: 'anyone' })
    const { person } = await knock(roomId)
    expect(refusalOf(await person.callRoom(roomId, method, path, body))).toEqual([403, 'waiting'])
  })

  test('may say nothing over the socket, and is answered so', async () => {
    const { roomId, connection } = await openKnockingRoom()
    const { connection: waiting } = await knockAndWait(roomId)
    waiting.sendMessage('m1', 'let me in')
    waiting.sendEvent('chat.typing')
    waiting.sendFrame('rubbish')
    waiting.sendFrame('ping')
    await waiting.waitForFrame('pong', 'a heartbeat has no answer')
    expect(await waiting.nextEvent('error', 'no answer')).toMatchObject({ code: 'waiting', id: 'm1' })
    await waiting.nextEvent('error', 'typing has no answer')
    expect(await waiting.nextEvent('error', 'no answer')).toMatchObject({ code: 'waiting' })
    await connection.waitUntilSettled()
    expect(connection.receivedData('chat.message')).toEqual([])
    expect(connection.receivedData('chat.typing')).toEqual([])
  })

  test('is forgotten after a minute without a connection, and the host’s list is right', async () => {
    const { roomId, connection } = await openKnockingRoom()
    const never = await knock(roomId)
    const left = await knockAndWait(roomId)
    const here = await knockAndWait(roomId)
    letTimePass(WAITING_SEAT_MS - 5_000)
    await left.connection.disconnect()
    expect((await never.person.joinRoom(roomId)).participantId).toBe(never.id)
    letTimePass(5_000)
    expect(refusalOf(await never.person.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect(await connection.nextEvent('door.gone', 'the host is not told')).toEqual({
      participantId: never.id,
    })
    letTimePass(WAITING_SEAT_MS - 5_000)
    expect(refusalOf(await left.person.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect(refusalOf(await here.person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'waiting'])
    expect(await runInRoom(roomId, ({ sql }) => sql.exec('SELECT * FROM waiting').toArray())).toHaveLength(1)
  })

  test('is forgotten at once where their client says that they stop waiting, and knocks anew', async () => {
    const { roomId, connection } = await openKnockingRoom()
    const { person, id, connection: waiting } = await knockAndWait(roomId)
    await waiting.disconnect(STOPS_WAITING)
    expect(await connection.nextEvent('door.gone', 'the host is not told')).toEqual({ participantId: id })
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect((await person.joinRoom(roomId)).participantId).not.toBe(id)
  })

  test('is forgotten by the alarm, where a host is here who sees them', async () => {
    const { roomId, connection } = await openKnockingRoom()
    const end = (await readAlarm(roomId)) ?? 0
    const { id } = await knock(roomId)
    await connection.nextEvent('door.knock', 'the host is not told')
    const due = (await readAlarm(roomId)) ?? 0
    expect(due).toBeLessThan(Date.now() + WAITING_SEAT_MS + 1)
    letTimePass(WAITING_SEAT_MS)
    expect(await runDurableObjectAlarm(roomObject(roomId))).toBe(true)
    expect(await connection.nextEvent('door.gone', 'nobody is forgotten')).toEqual({ participantId: id })
    expect(await readAlarm(roomId)).toBe(end)
  })

  test('wakes nobody where no host is here', async () => {
    const { roomId, connection } = await openKnockingRoom()
    await connection.disconnect()
    letTimePass(60_000)
    const before = await readAlarm(roomId)
    await knock(roomId)
    expect(await readAlarm(roomId)).toBe(before)
  })

  test('waits on where the door is opened, and comes in by joining again', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, id, connection: waiting } = await knockAndWait(roomId, 'Ben')
    expectStatus(await host.callRoom(roomId, 'PATCH', '', { door: 'open' }), 200)
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'waiting'])
    const joined = await person.joinRoom(roomId, { alias: 'Ben' })
    expect(joined.role).toBe('participant')
    expect(await connection.nextEvent('door.gone', 'the host is not told')).toEqual({ participantId: id })
    expect((await waiting.waitForClose('the old socket is open')).code).toBe(4401)
    expect((await person.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('hears the end of the room, and the socket is closed', async () => {
    const { host, roomId } = await openKnockingRoom()
    const { connection: waiting } = await knockAndWait(roomId)
    await host.callRoom(roomId, 'DELETE')
    expect(await waiting.nextEvent('chat.destroy', 'who waits hears nothing')).toMatchObject({
      reason: 'destroyed',
    })
    expect((await waiting.waitForClose('the socket is open')).code).toBe(4410)
    expect(await listTables(roomId)).toEqual([])
  })

  test('hears that a room has closed by its schedule, though nobody is inside', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId, closesAt } = await facilitator.scheduleRoom({ door: 'knock' })
    const { connection: waiting, person } = await knockAndWait(roomId)
    letTimePass(closesAt - Date.now())
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'room-closed'])
    expect(await waiting.nextEvent('chat.destroy', 'who waits hears nothing')).toMatchObject({
      reason: 'ended',
    })
    // The transcript is kept, and nothing of who never came in.
    expect(await runInRoom(roomId, ({ sql }) => sql.exec('SELECT * FROM waiting').toArray())).toEqual([])
  })

  test('hears that a facilitator’s room has closed', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ door: 'knock' })
    const { connection: waiting, person } = await knockAndWait(roomId)
    await facilitator.callApi('POST', `/api/account/rooms/${roomId}/close`)
    expect(await waiting.nextEvent('chat.destroy', 'who waits hears nothing')).toMatchObject({
      reason: 'ended',
    })
    expect((await waiting.waitForClose('the socket is open')).code).toBe(4410)
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'room-closed'])
  })
})

describe('a host lets in', () => {
  test('somebody, over the socket with which they waited', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, id, connection: waiting } = await waitAfterTwoMessages(host, roomId)
    expectStatus(await admit(host, roomId, id), 204)
    const welcome = await waiting.nextEvent('room.welcome', 'who is let in is not welcomed')
    expect(welcome).toMatchObject({
      participantId: id,
      alias: 'Ben',
      role: 'participant',
      room: { seats: 2 },
    })
    expect(welcome.messages.map(({ text }) => text)).toEqual(['second'])
    expect(welcome).not.toHaveProperty('waiting')
    expect(await connection.nextEvent('door.gone', 'the host’s list is wrong')).toEqual({ participantId: id })
    expect(await connection.nextEvent('presence.join', 'nobody is told')).toMatchObject({
      participantId: id,
      by: connection.id,
      present: 2,
    })
    waiting.sendMessage('m1', 'here I am')
    expect(
      await connection.nextEvent('chat.message', 'who was let in can not speak', ({ id }) => id === 'm1'),
    ).toMatchObject({ participantId: id, sender: 'Ben' })
    expect((await person.joinRoom(roomId)).participantId).toBe(id)
    await waiting.waitUntilSettled()
    expect(waiting.receivedData('room.welcome')).toHaveLength(1)
    expect(waiting.receivedData('door.gone')).toEqual([])
  })

  test('somebody with several sockets, and somebody with none', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, id, connection: one } = await knockAndWait(roomId)
    const other = await person.openConnection(roomId)
    await other.nextEvent('door.waiting', 'the second socket is not told')
    const { person: away, id: awayId } = await knock(roomId)
    expectStatus(await admit(host, roomId, id), 204)
    expectStatus(await admit(host, roomId, awayId), 204)
    await one.nextEvent('room.welcome', 'the first socket is not welcomed')
    await other.nextEvent('room.welcome', 'the second socket is not welcomed')
    const later = await away.openConnection(roomId)
    await later.nextEvent('room.welcome', 'who has a seat by now is not welcomed')
    expect(
      await connection.nextEvent(
        'presence.join',
        'nobody is told',
        ({ participantId }) => participantId === awayId,
      ),
    ).toMatchObject({ by: connection.id })
    await later.disconnect()
    await waitForLeaves(connection)
    const back = await away.openConnection(roomId)
    await back.nextEvent('room.welcome', 'they are not welcomed again')
    await connection.waitUntilSettled()
    expect(connection.receivedData('presence.join').filter(({ by }) => by !== undefined)).toHaveLength(2)
  })

  test('once, where two do it at once', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ door: 'knock' })
    const { id, connection } = await knockAndWait(roomId)
    const replies = await Promise.all([admit(facilitator, roomId, id), admit(facilitator, roomId, id)])
    expect(replies.map(refusalOf).sort()).toEqual([
      [204, undefined],
      [404, 'participant-not-found'],
    ])
    await connection.waitUntilSettled()
    expect(connection.receivedData('room.welcome')).toHaveLength(1)
  })

  test('under another name where it is taken', async () => {
    const { host, roomId } = await openKnockingRoom()
    const aliases: string[] = []
    for (let guest = 0; guest < 3; guest += 1) {
      const { person, id } = await knock(roomId, 'Hanna')
      expectStatus(await admit(host, roomId, id), 204)
      aliases.push((await person.joinRoom(roomId)).alias)
    }
    expect(aliases).toEqual(['Hanna 2', 'Hanna 3', 'Hanna 4'])
    const long = 'x'.repeat(32)
    for (let guest = 0; guest < 2; guest += 1) {
      const { person, id } = await knock(roomId, long)
      await admit(host, roomId, id)
      aliases.push((await person.joinRoom(roomId)).alias)
    }
    expect(aliases.slice(3)).toEqual([long, `${'x'.repeat(30)} 2`])
  })

  test('only where there is a seat, and takes one that was abandoned', async () => {
    const { host, roomId } = await openKnockingRoom({ capacity: 2 })
    const [first, second] = [await knockAndWait(roomId), await knockAndWait(roomId)]
    expectStatus(await admit(host, roomId, first.id), 204)
    expect(refusalOf(await admit(host, roomId, second.id))).toEqual([409, 'room-full'])
    await first.connection.nextEvent('room.welcome', 'not let in')
    await first.connection.disconnect()
    letTimePass(11_000)
    expectStatus(await admit(host, roomId, second.id), 204)
    await second.connection.nextEvent('room.welcome', 'not let in')
    expect((await host.callRoom(roomId, 'GET')).body).toMatchObject({ seats: 2 })
  })

  test('nobody, where they are no host, or nobody waits', async () => {
    const { host, roomId } = await openKnockingRoom()
    const { person, id } = await knock(roomId)
    expectStatus(await admit(host, roomId, id), 204)
    const other = await knock(roomId)
    expect(refusalOf(await admit(person, roomId, other.id))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await turnAway(person, roomId, other.id))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await admit(new Person(), roomId, other.id))).toEqual([401, 'not-a-participant'])
    expect(refusalOf(await admit(host, roomId, id))).toEqual([404, 'participant-not-found'])
    expect(refusalOf(await admit(host, roomId, other.id, { wrap: 'x' }))).toEqual([400, 'invalid-request'])
    expect(refusalOf(await admit(host, roomId, other.id, { rap: 'x' }))).toEqual([400, 'invalid-request'])
    // With a token alone, and no seat of their own.
    const seatless = new Person()
    const another = await seatless.createRoom({ door: 'knock' })
    const waiting = await knock(another)
    expectStatus(await admit(seatless, another, waiting.id), 204)
  })

  test('somebody who then reads from there on, where newcomers read nothing older', async () => {
    const { host, roomId } = await openKnockingRoom({ history: 'from-join' })
    await host.sendMessage(roomId, 'before')
    const { id } = await knock(roomId)
    expectStatus(await admit(host, roomId, id), 204)
    const rows = await runInRoom(roomId, ({ sql }) =>
      sql.exec('SELECT from_seq FROM participants WHERE participant_id = ?', id).toArray(),
    )
    expect(rows).toEqual([{ from_seq: 1 }])
  })
})

describe('a host turns away', () => {
  test('nobody whom another host has let in meanwhile, where it asks for who waits', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, id } = await knock(roomId, 'Ben')
    expectStatus(await admit(host, roomId, id), 204)
    const late = await host.callRoom(roomId, 'DELETE', `/participants/${id}?waiting=true`)
    expect(refusalOf(late)).toEqual([404, 'participant-not-found'])
    expect((await person.joinRoom(roomId)).role).toBe('participant')
    const waiting = await knock(roomId, 'Gwen')
    const guests = await person.callRoom(roomId, 'DELETE', `/participants/${waiting.id}?waiting=true`)
    expect(refusalOf(guests)).toEqual([403, 'not-allowed'])
    expectStatus(await host.callRoom(roomId, 'DELETE', `/participants/${waiting.id}?waiting=true`), 204)
    await connection.nextEvent(
      'door.gone',
      'the host is not told',
      ({ participantId }) => participantId === waiting.id,
    )
    expect(refusalOf(await waiting.person.requestJoin(roomId))).toEqual([403, 'removed'])
  })

  test('somebody for good: they are told, closed, and refused from then on', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { person, id, connection: waiting } = await knockAndWait(roomId, 'Eve')
    expectStatus(await turnAway(host, roomId, id), 204)
    expect(await waiting.nextEvent('error', 'they are not told')).toMatchObject({ code: 'removed' })
    expect((await waiting.waitForClose('the socket is open')).code).toBe(4403)
    expect(await connection.nextEvent('door.gone', 'the host’s list is wrong')).toEqual({ participantId: id })
    expect(refusalOf(await person.requestJoin(roomId))).toEqual([403, 'removed'])
    expect((await person.fetchResponse('GET', `/room/${roomId}`)).headers.get('location')).toContain(
      'removed',
    )
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await person.requestJoin(roomId))).toEqual([403, 'removed'])
    expect((await host.callRoom(roomId, 'GET')).body).toMatchObject({ seats: 1 })
    expect((await knock(roomId, 'Eve')).joined.alias).toBe('Eve')
  })
})

describe('hosts and facilitators alone', () => {
  test('are told of the door, and find in their welcome who waits', async () => {
    const { host, roomId } = await openKnockingRoom()
    const guest = await knockAndWait(roomId, 'Guest')
    expectStatus(await admit(host, roomId, guest.id), 204)
    const [ben, cleo] = [await knock(roomId, 'Ben'), await knock(roomId, 'Cleo')]
    const again = await host.openConnection(roomId)
    expect((await again.nextEvent('room.welcome', 'no welcome')).waiting).toEqual([
      { participantId: ben.id, alias: 'Ben' },
      { participantId: cleo.id, alias: 'Cleo' },
    ])
    const more = await guest.person.openConnection(roomId)
    expect(await more.nextEvent('room.welcome', 'no welcome')).not.toHaveProperty('waiting')
    expectStatus(await turnAway(host, roomId, ben.id), 204)
    await again.nextEvent('door.gone', 'the host is not told')
    await guest.connection.waitUntilSettled()
    for (const each of [guest.connection, more])
      expect(each.events.map(({ event }) => event).filter((event) => event.startsWith('door.k'))).toEqual([])
    expect(guest.connection.receivedData('door.gone')).toEqual([])
    expect(again.receivedData('door.knock')).toEqual([])
  })

  test('also where they sit at a relay, and from the moment when they become host', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null })
    await host.joinRoom(roomId)
    const guests: (TestConnection & { id: string; person: Person })[] = []
    for (let guest = 0; guest < 6; guest += 1) {
      const person = new Person()
      guests.push(Object.assign(await person.joinAndConnect(roomId, { alias: `Guest ${guest}` }), { person }))
    }
    const [other, last] = guests.slice(-2)
    if (!other || !last) throw new Error('there are six')
    expectStatus(await host.callRoom(roomId, 'PATCH', '', { door: 'knock' }), 200)
    const first = await knock(roomId, 'First')
    const makeHost = { role: 'host' }
    expectStatus(await host.callRoom(roomId, 'PATCH', `/participants/${last.id}`, makeHost), 200)
    const { participantId } = await last.nextEvent('door.knock', 'a new host sees an empty door')
    expect(participantId).toBe(first.id)
    const second = await knockAndWait(roomId, 'Second')
    await last.nextEvent('door.knock', 'a host is not told', (knocked) => knocked.participantId === second.id)
    const tab = await last.person.openConnection(roomId)
    const { waiting = [] } = await tab.nextEvent('room.welcome', 'no welcome')
    expect(waiting.map(({ alias }) => alias)).toEqual(['First', 'Second'])
    expectStatus(await admit(last.person, roomId, second.id), 204)
    await second.connection.nextEvent('room.welcome', 'not let in')
    const { by } = await other.nextEvent(
      'presence.join',
      'nobody is told',
      (joined) => joined.participantId === second.id,
    )
    expect(by).toBe(last.id)
    expect(await tab.nextEvent('door.gone', 'the list is wrong')).toEqual({ participantId: second.id })
    await host.sendMessage(roomId, 'to all')
    await other.nextEvent('chat.message', 'not delivered')
    await second.connection.nextEvent('chat.message', 'not delivered')
    expect(other.events.filter(({ event }) => event.startsWith('door.'))).toEqual([])
    // Whoever knocked sits at the room itself.
    expect(second.person.readToken('x-auth-token', roomId).split('.')).toHaveLength(2)
  })

  test('a facilitator who signs in again is told of everybody who waits', async () => {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ door: 'knock' })
    const connection = await facilitator.joinAndConnect(roomId)
    await facilitator.callApi('DELETE', '/api/session')
    await connection.nextEvent('presence.update', 'the session is not seen to end')
    const { id } = await knock(roomId, 'Ben')
    await connection.waitUntilSettled()
    expect(connection.receivedData('door.knock')).toEqual([])
    await facilitator.signIn()
    await facilitator.joinRoom(roomId)
    expect(await connection.nextEvent('door.knock', 'they see an empty door')).toMatchObject({
      participantId: id,
    })
  })
})

describe('over a room’s sleep', () => {
  test('who waits goes on waiting, and is let in over the same socket', async () => {
    const { host, roomId, connection } = await openKnockingRoom()
    const { id, connection: waiting } = await waitAfterTwoMessages(host, roomId)
    await evictDurableObject(roomObject(roomId))
    waiting.sendMessage('m1')
    expect(await waiting.nextEvent('error', 'the room does not know them')).toMatchObject({ code: 'waiting' })
    letTimePass(WAITING_SEAT_MS)
    await evictDurableObject(roomObject(roomId))
    expectStatus(await admit(host, roomId, id), 204)
    const welcome = await waiting.nextEvent('room.welcome', 'who is let in is not welcomed')
    expect(welcome.messages.map(({ text }) => text)).toEqual(['second'])
    await evictDurableObject(roomObject(roomId))
    waiting.sendMessage('m2', 'after all')
    await connection.nextEvent('chat.message', 'the seat is lost', ({ id }) => id === 'm2')
  })

  test('who lost the connection with the object has a minute to come back', async () => {
    const { roomId } = await openKnockingRoom()
    const { person } = await knockAndWait(roomId)
    letTimePass(WAITING_SEAT_MS)
    await evictDurableObject(roomObject(roomId), { webSockets: 'close' })
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([403, 'waiting'])
    letTimePass(WAITING_SEAT_MS)
    await evictDurableObject(roomObject(roomId))
    expect(refusalOf(await person.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
  })

  test('a socket of somebody who was forgotten is nobody’s', async () => {
    const { roomId } = await openKnockingRoom()
    const { connection: waiting } = await knockAndWait(roomId)
    await runInRoom(roomId, ({ sql }) => sql.exec('DELETE FROM waiting'))
    await evictDurableObject(roomObject(roomId))
    waiting.sendMessage('m1')
    expect((await waiting.waitForClose('a socket of nobody is open')).code).toBe(4401)
  })
})

describe('with the socket alone', () => {
  test('one knocks, is given the token at once, and is welcomed over it', async () => {
    const { host, roomId } = await openKnockingRoom()
    const offer = Buffer.from(JSON.stringify({ alias: 'Bot' })).toString('base64url')
    const response = await new Person().requestUpgrade(roomId, '', {
      'sec-websocket-protocol': `private-chat.join, ${offer}`,
    })
    const waiting = new TestConnection(await channelOf(response))
    const { token } = await waiting.nextEvent('door.waiting', 'the bot is not told')
    const again = Buffer.from(JSON.stringify({ token })).toString('base64url')
    const second = await new Person().requestUpgrade(roomId, '', {
      'sec-websocket-protocol': `private-chat.join, ${again}`,
    })
    const other = new TestConnection(await channelOf(second))
    expect(await other.nextEvent('door.waiting', 'the token proves nothing')).toMatchObject({ token })
    const list = await host.openConnection(roomId)
    const { waiting: listed = [] } = await list.nextEvent('room.welcome', 'no welcome')
    expect(listed.map(({ alias }) => alias)).toEqual(['Bot'])
    expectStatus(await admit(host, roomId, listed[0]?.participantId ?? ''), 204)
    expect(await waiting.nextEvent('room.welcome', 'no welcome')).toMatchObject({ alias: 'Bot' })
    await other.nextEvent('room.welcome', 'no welcome')
  })

  test('the same over server-sent events, which begin with waiting', async () => {
    const { host, roomId } = await openKnockingRoom()
    const { person, id } = await knock(roomId)
    const stream = await person.openEventStream(roomId)
    await stream.nextEvent('door.waiting', 'the stream is silent')
    expectStatus(await admit(host, roomId, id), 204)
    await stream.nextEvent('room.welcome', 'no welcome')
    expect(stream.receivedData('error')).toEqual([])
    stream.stream.close()
  })
})

test('who asks for an open door alone does not knock at a closed one, and who waits goes on waiting', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ door: 'knock', capacity: null })
  expectStatus(await host.requestJoin(roomId, { ifOpen: true }), 200)
  const guest = new Person()
  expect(refusalOf(await guest.requestJoin(roomId, { ifOpen: true }))).toEqual([409, 'door-closed'])
  expect((await guest.requestJoin(roomId)).body.role).toBe('waiting')
  expect((await guest.requestJoin(roomId, { ifOpen: true })).body.role).toBe('waiting')
})
