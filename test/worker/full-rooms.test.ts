import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { AWAY_SEAT_MS, PARTICIPANTS_LISTED_MAX } from '../../protocol/limits.ts'
import { ParticipantList } from '../../protocol/participant.ts'
import { refusalOf } from '../support/api-client.ts'
import { Facilitator } from './facilitator.ts'
import { letAwayTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** Who has a seat, as the room answers this person. */
async function listParticipants(person: Person, roomId: string): Promise<ParticipantList> {
  const reply = await person.callRoom(roomId, 'GET', '/participants')
  expect(reply.status).toBe(200)
  return ParticipantList.parse(JSON.parse(reply.text))
}

/** A room for two. Ann, its host, is in it; Ben has spoken and vanished. */
async function makeRoomWithVanished() {
  const ann = new Person()
  const ben = new Person()
  const roomId = await ann.createRoom()
  const connection = await ann.joinAndConnect(roomId, { alias: 'Ann' })
  const gone = await ben.joinAndConnect(roomId, { alias: 'Ben' })
  await ben.postMessage(roomId, { text: 'hello' })
  await gone.disconnect()
  await connection.nextEvent('presence.leave', 'Ben is still here')
  const free = (query = '?away=true') => ann.callRoom(roomId, 'DELETE', `/participants/${gone.id}${query}`)
  return { roomId, ann, ben, connection, benId: gone.id, free }
}

describe('the host of a full room', () => {
  /** A room for two whose host has left, with two others in it who speak. */
  async function roomOfOthers() {
    const host = new Person()
    const others = [new Person(), new Person()]
    const roomId = await host.createRoom()
    await host.joinRoom(roomId)
    await host.callRoom(roomId, 'POST', '/leave')
    for (const other of others) {
      await other.joinRoom(roomId)
      await other.postMessage(roomId, { text: 'hello' })
    }
    return { roomId, host, others }
  }

  test('comes back as its host, above the capacity, and nobody is sent out for it', async () => {
    const { roomId, host, others } = await roomOfOthers()
    expect((await host.fetchResponse('GET', `/room/${roomId}`)).status).toBe(200)
    const joined = await host.joinRoom(roomId)
    expect([joined.role, joined.room.seats, joined.room.capacity]).toEqual(['host', 3, 2])
    for (const other of others) expect((await other.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
  })

  test('takes an abandoned seat first', async () => {
    const { roomId, host, others } = await roomOfOthers()
    const [, ben] = others
    await runInRoom(roomId, ({ sql }) => sql.exec('UPDATE participants SET spoke = 0 WHERE n = 3'))
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    expect((await host.joinRoom(roomId)).room.seats).toBe(2)
    expect((await ben?.callRoom(roomId, 'GET', '/ttl'))?.status).toBe(401)
  })

  test('gets one seat above it, and not as many as it asks for', async () => {
    const { roomId, host } = await roomOfOthers()
    const cookie = `x-host-token=${host.readToken('x-host-token', roomId)}`
    const tryToJoin = () => new Person().callApi('POST', `/api/rooms/${roomId}/join`, {}, { cookie })
    expect((await tryToJoin()).body.role).toBe('host')
    expect(refusalOf(await tryToJoin())).toEqual([409, 'room-full'])
  })
})

describe('the list of seats', () => {
  test('lists who is away since when, for those who have a seat or manage the room', async () => {
    const { roomId, ann, benId } = await makeRoomWithVanished()
    const before = Date.now()
    const { participants, more } = await listParticipants(ann, roomId)
    expect(more).toBe(0)
    expect(participants).toMatchObject([
      { participantId: benId, alias: 'Ben', role: 'participant', connected: false },
      { alias: 'Ann', role: 'host', connected: true },
    ])
    const [ben, host] = participants
    expect(Math.abs(before - (ben?.awaySince ?? 0))).toBeLessThan(5_000)
    expect(host).not.toHaveProperty('awaySince')
    expect(refusalOf(await new Person().callRoom(roomId, 'GET', '/participants'))).toEqual([
      401,
      'not-a-participant',
    ])
  })

  test('knows who was away before the object slept', async () => {
    const { roomId, ann } = await makeRoomWithVanished()
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    const [ben] = (await listParticipants(ann, roomId)).participants
    expect(Date.now() - (ben?.awaySince ?? 0)).toBeGreaterThanOrEqual(AWAY_SEAT_MS)
  })

  test('is bounded, with those who are away first, and counts the others', async () => {
    const ann = new Person()
    const roomId = await ann.createRoom({ capacity: 10_000 })
    await ann.joinAndConnect(roomId)
    await runInRoom(roomId, ({ sql }) =>
      sql.exec(
        `WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < 601)
         INSERT INTO participants (n, participant_id, alias, role, token, spoke, idle_since)
         SELECT n, 'p' || n, 'participant ' || n, 'participant', 'x', 1, 1 FROM numbers`,
      ),
    )
    await evictDurableObject(roomObject(roomId))
    const { participants, more } = await listParticipants(ann, roomId)
    expect([participants.length, more]).toEqual([PARTICIPANTS_LISTED_MAX, 601 - PARTICIPANTS_LISTED_MAX])
    expect(participants.every(({ connected }) => !connected)).toBe(true)
  })

  test('holds nobody who was removed', async () => {
    const { roomId, ann, free } = await makeRoomWithVanished()
    expect((await free('')).status).toBe(204)
    expect((await listParticipants(ann, roomId)).participants).toHaveLength(1)
  })
})

describe('the seat of somebody who spoke and vanished', () => {
  test('can be freed by the host after a minute, and they may come back while there is one', async () => {
    const { roomId, ann, ben, free } = await makeRoomWithVanished()
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    expect((await free()).status).toBe(204)
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(1)
    expect(refusalOf(await ben.callRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect((await ben.requestJoin(roomId)).status).toBe(200)
  })

  test('is kept for them while they are here, or were within the minute', async () => {
    const { roomId, ben, free } = await makeRoomWithVanished()
    expect(refusalOf(await free())).toEqual([409, 'not-away'])
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    const back = await ben.openConnection(roomId)
    await back.nextEvent('room.welcome', 'Ben is not let in')
    expect(refusalOf(await free())).toEqual([409, 'not-away'])
    await back.disconnect()
    expect(refusalOf(await free())).toEqual([409, 'not-away'])
    expect((await ben.callRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('goes with a removal, too: then at once, and that token may not come back', async () => {
    const { roomId, ann, ben, free } = await makeRoomWithVanished()
    expect((await free('')).status).toBe(204)
    expect((await ann.callRoom(roomId, 'GET')).body.seats).toBe(1)
    expect(refusalOf(await ben.requestJoin(roomId))).toEqual([403, 'removed'])
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  test('is freed by whoever manages the room, and by nobody else', async () => {
    const { roomId, connection, ben, ann, free } = await makeRoomWithVanished()
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    const path = `/participants/${connection.id}?away=true`
    expect(refusalOf(await ben.callRoom(roomId, 'DELETE', path))).toEqual([403, 'not-allowed'])
    expect(refusalOf(await new Person().callRoom(roomId, 'DELETE', path))).toEqual([401, 'not-a-participant'])
    expect(refusalOf(await ann.callRoom(roomId, 'DELETE', '/participants/nobody?away=true'))).toEqual([
      404,
      'participant-not-found',
    ])
    expect((await free('?away=perhaps')).status).toBe(400)
  })

  test('may be the one that the host itself had before its token was lost', async () => {
    const { roomId, ann, connection } = await makeRoomWithVanished()
    await ann.postMessage(roomId, { text: 'hello' })
    await connection.disconnect()
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    const again = new Person()
    const cookie = `x-host-token=${ann.readToken('x-host-token', roomId)}`
    await again.callApi('POST', `/api/rooms/${roomId}/join`, {}, { cookie })
    const free = (query: string) => again.callRoom(roomId, 'DELETE', `/participants/${connection.id}${query}`)
    expect(refusalOf(await free(''))).toEqual([403, 'not-allowed'])
    expect((await free('?away=true')).status).toBe(204)
  })

  test('is not the facilitator’s, who takes none', async () => {
    const host = await Facilitator.signUp()
    const { roomId } = await host.scheduleRoom({ capacity: 2 })
    const { participantId } = await host.joinRoom(roomId)
    await letAwayTimePass(roomId, AWAY_SEAT_MS)
    const path = `/participants/${participantId}?away=true`
    expect(refusalOf(await host.callRoom(roomId, 'DELETE', path))).toEqual([403, 'not-allowed'])
  })
})
