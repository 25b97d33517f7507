import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { counters } from '../../worker/counters.ts'
import { claimMessageId, claimParticipantId } from '../../worker/ids.ts'
import { Relay } from '../../worker/relay/relay.ts'
import type { RelayName } from '../../worker/relay-protocol/placement.ts'
import { writeUpgradeRequest } from '../../worker/sockets/upgrade-request.ts'
import { relayStub } from '../../worker/stubs/relay.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { Facilitator, HOUR, shiftRoomTimes } from './facilitator.ts'
import { listTables, Person, roomObject, runInRoom } from './person.ts'

/** Somebody in a room with relays, and their connection. */
type Attendee = { person: Person; connection: TestConnection & { id: string } }

/** The relay that somebody's token names; null for the room itself. */
function relayOf(person: Person, roomId: string): string | null {
  return person.readToken('x-auth-token', roomId).split('.')[2] ?? null
}

function relayObject(roomId: string, relay: string) {
  return relayStub(env, roomObject(roomId).id.toString(), relay as RelayName)
}

/** A room without a limit, with its host and so many others: three sit at the room, and three at each relay. */
async function makeCrowdedRoom(
  others: number,
): Promise<{ roomId: string; host: Attendee; everyone: Attendee[]; relays: string[] }> {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: null })
  const everyone: Attendee[] = [{ person: host, connection: await host.joinAndConnect(roomId) }]
  for (let index = 0; index < others; index += 1) {
    const person = new Person()
    everyone.push({
      person,
      connection: await person.joinAndConnect(roomId, { alias: `participant ${index}` }),
    })
  }
  const relays = [...new Set(everyone.map(({ person }) => relayOf(person, roomId) ?? ''))].filter(Boolean)
  return { roomId, host: everyone[0] as Attendee, everyone, relays }
}

/** The last one to come, who sits at the last relay. */
function lastOf(everyone: Attendee[]): Attendee {
  return everyone.at(-1) as Attendee
}

/** Expects that everybody has received exactly these messages, in this order. */
async function expectMessages(everyone: Attendee[], texts: string[]): Promise<void> {
  for (const { connection } of everyone) {
    while (connection.receivedData('chat.message').length < texts.length)
      await connection.nextEvent('chat.message', 'a message never reaches somebody')
    expect(connection.receivedData('chat.message').map(({ seq }) => seq)).toEqual(
      texts.map((_, index) => index + 1),
    )
    expect(connection.receivedData('chat.message').map(({ text }) => text)).toEqual(texts)
  }
}

/** Reads what a relay has stored of its room; null where there is nothing. */
function readAssignment(roomId: string, relay: string): Promise<unknown> {
  return runInDurableObject(
    relayObject(roomId, relay),
    (_, { storage }) => storage.kv.get('assignment') ?? null,
  )
}

describe('a room with relays', () => {
  test('seats the first three at the room, and three at each relay', async () => {
    const counted = vi.spyOn(counters, 'count')
    const { roomId, everyone } = await makeCrowdedRoom(8)
    expect(counted.mock.calls.filter(([counter]) => counter === 'relays')).toHaveLength(2)
    expect(everyone.map(({ person }) => relayOf(person, roomId))).toEqual([
      ...[null, null, null],
      ...['any-0', 'any-0', 'any-0'],
      ...['any-1', 'any-1', 'any-1'],
    ])
    expect((await relayObject(roomId, 'any-1').fetch('https://x/', { headers: {} })).status).toBe(401)
  })

  test('answers an upgrade that it refuses with the refusal’s own status, as a relay does', async () => {
    const { roomId } = await makeCrowdedRoom(3)
    const refuse = async (object: Fetcher) => {
      const answer = await object.fetch('https://x/')
      return [answer.status, await answer.json()]
    }
    const gone = roomObject('a-room-that-never-was')
    expect(await refuse(roomObject(roomId))).toEqual([401, { code: 'not-a-participant' }])
    expect(await refuse(relayObject(roomId, 'any-7'))).toEqual([401, { code: 'not-a-participant' }])
    expect(await refuse(gone)).toEqual([404, { code: 'room-not-found' }])
  })

  test('delivers every message to everybody in one order, whoever sends it', async () => {
    const { roomId, everyone } = await makeCrowdedRoom(8)
    for (const [index, { connection }] of everyone.entries())
      connection.sendMessage(`m${index}`, `text ${index}`)
    await lastOf(everyone).connection.nextEvent(
      'chat.message',
      'not all arrive',
      ({ seq }) => seq === everyone.length,
    )
    const { body } = await lastOf(everyone).person.callRoom(roomId, 'GET', '/messages')
    await expectMessages(everyone, body.messages?.map(({ text }) => text) ?? [])
    const names = everyone[0]?.connection.receivedData('presence.join').map(({ alias }) => alias)
    expect(names).toEqual(Array.from({ length: 8 }, (_, index) => `participant ${index}`))
  })

  test('lets nobody sit where the token does not place them', async () => {
    const { roomId, everyone } = await makeCrowdedRoom(4)
    const { person } = lastOf(everyone)
    const token = person.readToken('x-auth-token', roomId)
    const tryToJoin = (cookie: string) =>
      new Person().fetchResponse('GET', `/api/rooms/${roomId}/realtime`, undefined, {
        upgrade: 'websocket',
        cookie: `x-auth-token=${cookie}`,
      })
    for (const other of [
      token.replace('any-0', 'any-1'),
      token.replace('.any-0', ''),
      `${token.slice(0, 60)}.any-7`,
    ]) {
      const answer = await tryToJoin(other)
      expect([answer.status, await answer.text()]).toEqual([
        401,
        expect.stringContaining('not-a-participant'),
      ])
    }
    expect(await readAssignment(roomId, 'any-1')).toBe(null)
    expect(await readAssignment(roomId, 'any-7')).toBe(null)
  })

  test('removes, renames and locks across relays', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(6)
    const gone = lastOf(everyone)
    const stays = everyone[4] as Attendee
    expect((await host.person.callRoom(roomId, 'DELETE', `/participants/${gone.connection.id}`)).status).toBe(
      204,
    )
    expect((await gone.connection.waitForClose('who was removed stays')).code).toBe(4403)
    const isGone = ({ participantId }: { participantId: string }) => participantId === gone.connection.id
    const leave = await stays.connection.nextEvent(
      'presence.leave',
      'a removal is not announced at a relay',
      isGone,
    )
    expect(leave.by, 'nobody is told who removed them').toBe(host.connection.id)
    expect((await gone.person.requestUpgrade(roomId)).status).toBe(401)
    expect(refusalOf(await gone.person.requestJoin(roomId))).toEqual([403, 'removed'])

    await stays.person.callRoom(roomId, 'PATCH', '/participants/me', { alias: 'Renamed' })
    await host.connection.nextEvent(
      'presence.update',
      'a new name is not announced',
      ({ alias }) => alias === 'Renamed',
    )
    stays.connection.sendMessage('after')
    expect(await host.connection.nextEvent('chat.message', 'it is lost')).toMatchObject({ sender: 'Renamed' })

    await host.person.callRoom(roomId, 'PATCH', '', { locked: true })
    await stays.connection.nextEvent(
      'room.update',
      'the lock is not announced at a relay',
      ({ locked }) => locked,
    )
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([403, 'room-locked'])
  })

  test('knows who leaves and who comes back', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(5)
    const { person, connection } = lastOf(everyone)
    await connection.disconnect()
    const isIt = ({ participantId }: { participantId: string }) => participantId === connection.id
    expect(
      await host.connection.nextEvent('presence.leave', 'a departure is not announced', isIt),
    ).toMatchObject({
      present: 5,
    })
    host.connection.sendMessage('meanwhile')
    await host.connection.nextEvent('chat.message', 'it is lost')
    const again = await person.openConnection(roomId, 0)
    const welcome = await again.nextEvent('room.welcome', 'it may not come back')
    expect(welcome.messages.map(({ id }) => id)).toEqual(['meanwhile'])
    expect(await host.connection.nextEvent('presence.join', 'a return is not announced', isIt)).toMatchObject(
      {
        present: 6,
      },
    )
  })

  test('sends those at relays who is left where its own sockets were lost with it', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(3)
    const { connection } = lastOf(everyone)
    await evictDurableObject(roomObject(roomId), { webSockets: 'close' })
    const again = await host.person.openConnection(roomId)
    await again.nextEvent('room.welcome', 'the host may not come back')
    const { present, participants } = await connection.nextEvent(
      'presence.count',
      'the others stay on its page',
    )
    const named = participants?.map(({ participantId }) => participantId)
    expect(named).toContain(connection.id)
    expect(named?.length).toBe(present)
    expect(present).toBeLessThanOrEqual(2)
  })

  test('disconnects a removed participant also where it believes that nobody is at the relay', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(3)
    const { connection } = lastOf(everyone)
    await runInRoom(roomId, ({ sql }) =>
      sql.exec('UPDATE participants SET idle_since = ? WHERE relay IS NOT NULL', Date.now()),
    )
    await evictDurableObject(roomObject(roomId))
    expect((await host.person.callRoom(roomId, 'DELETE', `/participants/${connection.id}`)).status).toBe(204)
    expect((await connection.waitForClose('who was removed stays')).code).toBe(4403)
  })

  test('ends at every relay, and leaves nothing there', async () => {
    const { roomId, host, everyone, relays } = await makeCrowdedRoom(8)
    expect(await readAssignment(roomId, 'any-0')).not.toBe(null)
    expect((await host.person.callRoom(roomId, 'DELETE')).status).toBe(200)
    for (const { connection } of everyone) {
      expect(await connection.nextEvent('chat.destroy', 'somebody does not learn of the end')).toMatchObject({
        reason: 'destroyed',
      })
      expect((await connection.waitForClose('a socket outlives its room')).code).toBe(4410)
    }
    for (const relay of relays) expect(await readAssignment(roomId, relay)).toBe(null)
  })
})

describe('a facilitator’s room with relays that closes', () => {
  async function makeFacilitatorRoom() {
    const facilitator = await Facilitator.signUp()
    const { roomId } = await facilitator.scheduleRoom({ retainFor: 3_600 })
    const people: Attendee[] = []
    for (let index = 0; index < 5; index += 1) {
      const person = new Person()
      people.push({ person, connection: await person.joinAndConnect(roomId) })
    }
    return { facilitator, roomId, people }
  }

  test('sends its end to everyone, answers at a relay as it does itself, and calls its relays once', async () => {
    const receiveBatch = vi.spyOn(Relay.prototype, 'receiveBatch')
    const { facilitator, roomId, people } = await makeFacilitatorRoom()
    await facilitator.callApi('POST', `/api/account/rooms/${roomId}/close`)
    for (const { connection } of people) {
      await connection.nextEvent('chat.destroy', 'somebody does not learn of the end')
      expect((await connection.waitForClose('a socket outlives the closing')).code).toBe(4410)
    }
    expect(await readAssignment(roomId, 'any-0')).toBe(null)
    const delivered = receiveBatch.mock.calls.length
    expect(delivered).toBeGreaterThan(0)
    await evictDurableObject(roomObject(roomId))
    expect((await facilitator.downloadTranscript(roomId)).status).toBe(200)
    expect(receiveBatch).toHaveBeenCalledTimes(delivered)
    for (const { person } of [people[0], people[4]] as Attendee[]) {
      const answer = await person.requestUpgrade(roomId)
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('room-closed')])
    }
    expect(await readAssignment(roomId, 'any-0')).toBe(null)
  })

  test('sends its end to those at relays also where it slept through its closing', async () => {
    const { roomId, people } = await makeFacilitatorRoom()
    await shiftRoomTimes(roomId, HOUR + 1)
    await runDurableObjectAlarm(roomObject(roomId))
    const { connection } = lastOf(people)
    await connection.nextEvent('chat.destroy', 'it does not learn of the end')
    expect((await connection.waitForClose('a socket outlives the closing')).code).toBe(4410)
    expect(await readAssignment(roomId, 'any-0')).toBe(null)
  })
})

describe('somebody at a relay', () => {
  test('who sends messages and leaves at once is announced to have left after the messages', async () => {
    const { host, everyone } = await makeCrowdedRoom(4)
    const { connection } = lastOf(everyone)
    const sent = ['m1', 'm2', 'm3']
    for (const id of sent) connection.sendMessage(id)
    await connection.disconnect()
    await host.connection.nextEvent('presence.leave', 'the departure is not announced')
    expect(host.connection.receivedData('chat.message').map(({ id }) => id)).toEqual(sent)
  })

  test('receives its own messages before it is closed for a frame that is too large', async () => {
    const { connection } = lastOf((await makeCrowdedRoom(4)).everyone)
    connection.sendMessage('m1')
    connection.sendMessage('m2')
    connection.sendFrame('x'.repeat(70_000))
    connection.sendMessage('too late')
    expect((await connection.waitForClose('it stays open')).code).toBe(4413)
    expect(connection.receivedData('chat.message').map(({ id }) => id)).toEqual(['m1', 'm2'])
  })

  test('receives its own messages before the answer to an invalid frame that came after them', async () => {
    const { connection } = lastOf((await makeCrowdedRoom(4)).everyone)
    connection.sendMessage('m1')
    connection.sendFrame('invalid')
    await connection.nextEvent('error', 'an invalid frame is not answered')
    expect(connection.receivedData('chat.message').map(({ id }) => id)).toEqual(['m1'])
  })

  test('learns why the room is over, also while it goes on sending', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(5)
    const atRelay = everyone.slice(3)
    for (let n = 0; n < 10; n += 1) for (const { connection } of atRelay) connection.sendMessage(`m${n}`)
    const destroyed = host.person.callRoom(roomId, 'DELETE')
    for (let n = 10; n < 20; n += 1) for (const { connection } of atRelay) connection.sendMessage(`m${n}`)
    expect((await destroyed).status).toBe(200)
    for (const { connection } of everyone) {
      await connection.nextEvent('chat.destroy', 'it is closed without a reason')
      expect((await connection.waitForClose('it outlives its room')).code).toBe(4410)
    }
  })

  test('with a token that could not travel in a header is refused like any other', async () => {
    const { roomId } = await makeCrowdedRoom(1)
    const headers = { cookie: 'x-auth-token=a%0Ab' }
    const answer = await new Person().requestUpgrade(roomId, '', headers)
    expect([answer.status, await answer.text()]).toEqual([401, expect.stringContaining('not-a-participant')])
  })
})

describe('a relay', () => {
  test('that slept passes on and delivers over the sockets that slept through', async () => {
    const { roomId, everyone, relays } = await makeCrowdedRoom(8)
    lastOf(everyone).connection.sendMessage('m1', 'before')
    await expectMessages(everyone, ['before'])
    for (const relay of relays) await evictDurableObject(relayObject(roomId, relay))
    await evictDurableObject(roomObject(roomId))
    lastOf(everyone).connection.sendMessage('m2', 'from a relay that slept')
    await expectMessages(everyone, ['before', 'from a relay that slept'])
    for (const relay of relays) await evictDurableObject(relayObject(roomId, relay))
    everyone[0]?.connection.sendMessage('m3', 'to relays that slept')
    await expectMessages(everyone, ['before', 'from a relay that slept', 'to relays that slept'])
    const { body } = await lastOf(everyone).person.callRoom(roomId, 'GET')
    expect(body).toMatchObject({ present: 9, seats: 9 })
  })

  test('that missed messages is sent them from storage', async () => {
    const { roomId, everyone } = await makeCrowdedRoom(5)
    lastOf(everyone).connection.sendMessage('m1', 'one')
    await expectMessages(everyone, ['one'])
    // The room stops between storing and broadcasting: nobody has received these.
    await runInRoom(roomId, ({ sql }) => {
      for (const seq of [2, 3]) {
        sql.exec(
          "INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, id_hashes) SELECT ?, 'm' || ?, participant_id, sender, ?, timestamp, NULL FROM messages WHERE seq = 1",
          ...[seq, String(seq), `missed ${seq}`],
        )
      }
    })
    await evictDurableObject(roomObject(roomId))
    const atRelay = everyone.slice(3)
    // Whatever wakes it again: here somebody who only looks.
    await new Person().callRoom(roomId, 'GET')
    await expectMessages(atRelay, ['one', 'missed 2', 'missed 3'])
    lastOf(everyone).connection.sendMessage('m4', 'four')
    await expectMessages(atRelay, ['one', 'missed 2', 'missed 3', 'four'])
  })

  test('that slept before it was sent what is older than a seat does not send it there', async () => {
    const host = new Person()
    const roomId = await host.createRoom({ capacity: null, history: 'from-join' })
    for (let index = 0; index < 3; index += 1) await (index === 0 ? host : new Person()).joinRoom(roomId)
    const [early, late] = [new Person(), new Person()]
    const earlyConnection = await early.joinAndConnect(roomId)
    // The room can't reach its relay, which goes on calling the room.
    const lost = vi.spyOn(Relay.prototype, 'receiveBatch').mockRejectedValue(new Error('lost on the way'))
    await host.sendMessage(roomId, 'old')
    const lateConnection = await late.joinAndConnect(roomId)
    expect([relayOf(early, roomId), relayOf(late, roomId)]).toEqual(['any-0', 'any-0'])
    await evictDurableObject(relayObject(roomId, 'any-0'))
    lost.mockRestore()
    await host.sendMessage(roomId, 'new')
    const texts = async (connection: TestConnection) => {
      await connection.nextEvent('chat.message', 'it hears nothing', ({ text }) => text === 'new')
      return connection.receivedData('chat.message').map(({ text }) => text)
    }
    expect([await texts(earlyConnection), await texts(lateConnection)]).toEqual([['old', 'new'], ['new']])
  })

  test('that was believed to be empty is sent what it missed once it reports who is there', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(5)
    // The room wakes and finds nobody at its relay: the line was cut on its side alone.
    await runInRoom(roomId, ({ sql }) =>
      sql.exec('UPDATE participants SET idle_since = ? WHERE relay IS NOT NULL', Date.now()),
    )
    await evictDurableObject(roomObject(roomId))
    host.connection.sendMessage('m1', 'missed')
    await expectMessages(everyone.slice(0, 3), ['missed'])
    const atRelay = everyone.slice(3)
    expect(atRelay.map(({ connection }) => connection.receivedData('chat.message'))).toEqual([[], [], []])
    await runDurableObjectAlarm(relayObject(roomId, 'any-0'))
    await expectMessages(atRelay, ['missed'])
  })

  test.for([
    ['sent away', false],
    ['still on the way as the room ended', true],
  ] as const)('lets nobody in who was %s while it asked for them', async ([, over]) => {
    const { roomId, everyone } = await makeCrowdedRoom(5)
    const { person, connection } = lastOf(everyone)
    const room = roomObject(roomId).id.toString()
    const { url, headers } = writeUpgradeRequest({
      token: person.readToken('x-auth-token', roomId),
      afterSeq: undefined,
      assignment: { room, relay: 'any-0' },
      protocol: null,
      includeToken: false,
      joinIntent: null,
    })
    const body = await runInDurableObject(relayObject(roomId, 'any-0'), async (relay: Relay) => {
      const asked = relay.fetch(new Request(url, { headers }))
      const drops = over
        ? []
        : [{ participantId: claimParticipantId(connection.id), code: 'removed' as const }]
      await relay.receiveBatch({
        afterSeq: 0,
        events: [],
        disconnections: drops,
        isLast: over,
        wakeId: 'another',
      })
      const answer = await asked
      return answer.status === 101 ? 'let in' : answer.json()
    })
    expect(body).toEqual({ code: 'not-a-participant' })
    expect((await readAssignment(roomId, 'any-0')) === null).toBe(over)
    const alarm = await runInDurableObject(relayObject(roomId, 'any-0'), (_, { storage }) =>
      storage.getAlarm(),
    )
    expect(alarm === null, 'a relay that is done comes back').toBe(over)
  })

  test('whose room is gone closes its sockets with 4410 and deletes itself', async () => {
    const { roomId, everyone } = await makeCrowdedRoom(4)
    await runInRoom(roomId, (storage) => storage.deleteAll())
    await evictDurableObject(roomObject(roomId))
    await runDurableObjectAlarm(relayObject(roomId, 'any-0'))
    expect((await lastOf(everyone).connection.waitForClose('a relay outlives its room')).code).toBe(4410)
    expect(await readAssignment(roomId, 'any-0')).toBe(null)
    expect(await listTables(roomId)).toEqual([])
  })

  test('that restarted and lost everyone reports that before it forgets its room', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(5)
    await evictDurableObject(relayObject(roomId, 'any-0'), { webSockets: 'close' })
    await runDurableObjectAlarm(relayObject(roomId, 'any-0'))
    await host.connection.nextEvent('presence.leave', 'who was lost with the relay counts on')
    expect((await host.person.callRoom(roomId, 'GET')).body).toMatchObject({ present: 3 })
    expect(await readAssignment(roomId, 'any-0')).toBe(null)
    const again = await lastOf(everyone).person.openConnection(roomId, 0)
    await again.nextEvent('room.welcome', 'it may not come back')
    expect((await host.person.callRoom(roomId, 'GET')).body).toMatchObject({ present: 4 })
  })

  test('that was lost before it wrote anything down leaves nobody present who is not', async () => {
    const { roomId, host } = await makeCrowdedRoom(2)
    const lost = new Person()
    await lost.joinRoom(roomId)
    // The relay makes this call, and is lost before the answer comes.
    const admissions = [
      {
        token: lost.readToken('x-auth-token', roomId),
        afterSeq: undefined,
        includeToken: false,
        spareCharacters: Infinity,
      },
    ]
    const call = {
      relay: 'any-0' as const,
      present: [],
      departures: [],
      messages: [],
      typing: [],
      admissions,
    }
    expect(await roomObject(roomId).receiveRelayBatch(call)).toMatchObject({
      value: { admissions: [{ value: { cursor: {} } }] },
    })
    host.connection.sendMessage('m1')
    await host.connection.nextEvent('presence.leave', 'who never came counts on')
    expect((await host.person.callRoom(roomId, 'GET')).body).toMatchObject({ present: 3 })
  })

  test('admits somebody also where answers to messages fill the room’s answer', async () => {
    const { roomId, everyone } = await makeCrowdedRoom(3)
    const { person, connection } = lastOf(everyone)
    // Most of it is escaped in JSON, and one letter doubles the bytes of all.
    const text = `€${'\u0001'.repeat(10_800)}`
    await runInRoom(roomId, ({ sql }) => {
      for (let seq = 1; seq <= 500; seq += 1)
        sql.exec(
          "INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, id_hashes) VALUES (?, ?, ?, 'Ann', ?, 1, NULL)",
          ...[seq, `m${seq}`, connection.id, text],
        )
    })
    await evictDurableObject(roomObject(roomId))
    const messages = Array.from({ length: 128 }, (_, n) => ({
      participantId: claimParticipantId(connection.id),
      id: claimMessageId(`m${n + 1}`),
      text: 'again',
    }))
    const admissions = [
      {
        token: person.readToken('x-auth-token', roomId),
        afterSeq: 0,
        includeToken: false,
        spareCharacters: Infinity,
      },
    ]
    const call = { relay: 'any-0' as const, departures: [], typing: [], admissions }
    expect(await roomObject(roomId).receiveRelayBatch({ ...call, messages })).toMatchObject({
      value: { admissions: ['later'] },
    })
    expect(await roomObject(roomId).receiveRelayBatch({ ...call, messages: [] })).toMatchObject({
      value: { admissions: [{ value: { participantId: connection.id } }] },
    })
  })

  test('where somebody comes back while it reports that keeps its room', async () => {
    const { roomId, host, everyone } = await makeCrowdedRoom(5)
    await evictDurableObject(relayObject(roomId, 'any-0'), { webSockets: 'close' })
    const again = lastOf(everyone).person.openConnection(roomId, 0)
    await runDurableObjectAlarm(relayObject(roomId, 'any-0'))
    const connection = await again
    host.connection.sendMessage('m1')
    await connection.nextEvent('chat.message', 'it receives nothing')
    expect(await readAssignment(roomId, 'any-0')).not.toBe(null)
  })
})
