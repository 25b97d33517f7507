import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { AWAY_SEAT_MS, PARTICIPANTS_LISTED_MAX } from '../../protocol/limits.ts'
import { ParticipantList } from '../../protocol/participant.ts'
import { Facilitator } from './facilitator.ts'
import { inside, no, objectOf, Person } from './person.ts'

/** Lets whoever has no connection have had none for so many milliseconds, as storage knows it. */
async function awayFor(roomId: string, ms: number): Promise<void> {
  await inside(roomId, ({ sql }) =>
    sql.exec('UPDATE participants SET idle_since = ? WHERE idle_since IS NOT NULL', Date.now() - ms),
  )
  await evictDurableObject(objectOf(roomId))
}

/** Who has a seat, as this person is told. */
async function listed(person: Person, roomId: string): Promise<ParticipantList> {
  const reply = await person.inRoom(roomId, 'GET', '/participants')
  expect(reply.status).toBe(200)
  return ParticipantList.parse(JSON.parse(reply.text))
}

/** A room for two. Ann, its host, is in it; Ben has spoken and vanished. */
async function roomWithVanished() {
  const ann = new Person()
  const ben = new Person()
  const roomId = await ann.create()
  const line = await ann.enter(roomId, { alias: 'Ann' })
  const gone = await ben.enter(roomId, { alias: 'Ben' })
  await ben.post(roomId, { text: 'hello' })
  await gone.hangUp()
  await line.next('presence.leave', 'Ben is still here')
  const free = (query = '?away=true') => ann.inRoom(roomId, 'DELETE', `/participants/${gone.id}${query}`)
  return { roomId, ann, ben, line, benId: gone.id, free }
}

describe('the host of a full room', () => {
  /** A room for two whose host has left, with two others in it who speak. */
  async function roomOfOthers() {
    const host = new Person()
    const others = [new Person(), new Person()]
    const roomId = await host.create()
    await host.join(roomId)
    await host.inRoom(roomId, 'POST', '/leave')
    for (const other of others) {
      await other.join(roomId)
      await other.post(roomId, { text: 'hello' })
    }
    return { roomId, host, others }
  }

  test('comes back as its host, above the capacity, and nobody is sent out for it', async () => {
    const { roomId, host, others } = await roomOfOthers()
    expect((await host.request('GET', `/room/${roomId}`)).status).toBe(200)
    const joined = await host.join(roomId)
    expect([joined.role, joined.room.seats, joined.room.capacity]).toEqual(['host', 3, 2])
    for (const other of others) expect((await other.inRoom(roomId, 'GET', '/ttl')).status).toBe(200)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
  })

  test('takes an abandoned seat first', async () => {
    const { roomId, host, others } = await roomOfOthers()
    const [, ben] = others
    await inside(roomId, ({ sql }) => sql.exec('UPDATE participants SET spoke = 0 WHERE n = 3'))
    await awayFor(roomId, AWAY_SEAT_MS)
    expect((await host.join(roomId)).room.seats).toBe(2)
    expect((await ben?.inRoom(roomId, 'GET', '/ttl'))?.status).toBe(401)
  })

  test('gets one seat above it, and not as many as it asks for', async () => {
    const { roomId, host } = await roomOfOthers()
    const cookie = `x-host-token=${host.secret('x-host-token', roomId)}`
    const knock = () => new Person().call('POST', `/api/rooms/${roomId}/join`, {}, { cookie })
    expect((await knock()).body.role).toBe('host')
    expect(no(await knock())).toEqual([409, 'room-full'])
  })
})

describe('the list of seats', () => {
  test('says who is away since when, to those who have a seat or manage the room', async () => {
    const { roomId, ann, benId } = await roomWithVanished()
    const before = Date.now()
    const { participants, more } = await listed(ann, roomId)
    expect(more).toBe(0)
    expect(participants).toMatchObject([
      { participantId: benId, alias: 'Ben', role: 'participant', connected: false },
      { alias: 'Ann', role: 'host', connected: true },
    ])
    const [ben, host] = participants
    expect(Math.abs(before - (ben?.awaySince ?? 0))).toBeLessThan(5_000)
    expect(host).not.toHaveProperty('awaySince')
    expect(no(await new Person().inRoom(roomId, 'GET', '/participants'))).toEqual([401, 'not-a-participant'])
  })

  test('knows who was away before the object slept', async () => {
    const { roomId, ann } = await roomWithVanished()
    await awayFor(roomId, AWAY_SEAT_MS)
    const [ben] = (await listed(ann, roomId)).participants
    expect(Date.now() - (ben?.awaySince ?? 0)).toBeGreaterThanOrEqual(AWAY_SEAT_MS)
  })

  test('is bounded, with those who are away first, and says how many more there are', async () => {
    const ann = new Person()
    const roomId = await ann.create({ capacity: 10_000 })
    await ann.enter(roomId)
    await inside(roomId, ({ sql }) =>
      sql.exec(
        `WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < 601)
         INSERT INTO participants (n, participant_id, alias, role, token, spoke, idle_since)
         SELECT n, 'p' || n, 'guest ' || n, 'participant', 'x', 1, 1 FROM numbers`,
      ),
    )
    await evictDurableObject(objectOf(roomId))
    const { participants, more } = await listed(ann, roomId)
    expect([participants.length, more]).toEqual([PARTICIPANTS_LISTED_MAX, 601 - PARTICIPANTS_LISTED_MAX])
    expect(participants.every(({ connected }) => !connected)).toBe(true)
  })

  test('holds nobody who was removed', async () => {
    const { roomId, ann, free } = await roomWithVanished()
    expect((await free('')).status).toBe(204)
    expect((await listed(ann, roomId)).participants).toHaveLength(1)
  })
})

describe('the seat of somebody who spoke and vanished', () => {
  test('can be freed by the host after a minute, and they may come back while there is one', async () => {
    const { roomId, ann, ben, free } = await roomWithVanished()
    await awayFor(roomId, AWAY_SEAT_MS)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    expect((await free()).status).toBe(204)
    expect((await ann.inRoom(roomId, 'GET')).body.seats).toBe(1)
    expect(no(await ben.inRoom(roomId, 'GET', '/ttl'))).toEqual([401, 'not-a-participant'])
    expect((await ben.knock(roomId)).status).toBe(200)
  })

  test('is kept for them while they are here, or were within the minute', async () => {
    const { roomId, ben, free } = await roomWithVanished()
    expect(no(await free())).toEqual([409, 'not-away'])
    await awayFor(roomId, AWAY_SEAT_MS)
    const back = await ben.connect(roomId)
    await back.next('room.welcome', 'Ben is not let in')
    expect(no(await free())).toEqual([409, 'not-away'])
    await back.hangUp()
    expect(no(await free())).toEqual([409, 'not-away'])
    expect((await ben.inRoom(roomId, 'GET', '/ttl')).status).toBe(200)
  })

  test('goes with a removal, too: then at once, and that token may not come back', async () => {
    const { roomId, ann, ben, free } = await roomWithVanished()
    expect((await free('')).status).toBe(204)
    expect((await ann.inRoom(roomId, 'GET')).body.seats).toBe(1)
    expect(no(await ben.knock(roomId))).toEqual([403, 'removed'])
    expect((await new Person().knock(roomId)).status).toBe(200)
  })

  test('is freed by whoever manages the room, and by nobody else', async () => {
    const { roomId, line, ben, ann, free } = await roomWithVanished()
    await awayFor(roomId, AWAY_SEAT_MS)
    const path = `/participants/${line.id}?away=true`
    expect(no(await ben.inRoom(roomId, 'DELETE', path))).toEqual([403, 'not-allowed'])
    expect(no(await new Person().inRoom(roomId, 'DELETE', path))).toEqual([401, 'not-a-participant'])
    expect(no(await ann.inRoom(roomId, 'DELETE', '/participants/nobody?away=true'))).toEqual([
      404,
      'participant-not-found',
    ])
    expect((await free('?away=perhaps')).status).toBe(400)
  })

  test('may be the one that the host itself had before its token was lost', async () => {
    const { roomId, ann, line } = await roomWithVanished()
    await ann.post(roomId, { text: 'hello' })
    await line.hangUp()
    await awayFor(roomId, AWAY_SEAT_MS)
    const again = new Person()
    const cookie = `x-host-token=${ann.secret('x-host-token', roomId)}`
    await again.call('POST', `/api/rooms/${roomId}/join`, {}, { cookie })
    const free = (query: string) => again.inRoom(roomId, 'DELETE', `/participants/${line.id}${query}`)
    expect(no(await free(''))).toEqual([403, 'not-allowed'])
    expect((await free('?away=true')).status).toBe(204)
  })

  test('is not the facilitator’s, who takes none', async () => {
    const host = await Facilitator.signUp()
    const { roomId } = await host.schedule({ capacity: 2 })
    const { participantId } = await host.join(roomId)
    await awayFor(roomId, AWAY_SEAT_MS)
    const path = `/participants/${participantId}?away=true`
    expect(no(await host.inRoom(roomId, 'DELETE', path))).toEqual([403, 'not-allowed'])
  })
})
