import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import type { Line } from './line.ts'
import { inside, no, objectOf, Person, tablesOf } from './person.ts'

const SECOND = 1_000

/** Moves everything the room knows of time into the past, as if so many milliseconds went by while it slept. */
async function letPass(roomId: string, ms: number): Promise<void> {
  await inside(roomId, ({ sql }) => {
    sql.exec(
      'UPDATE room SET ends_at = ends_at - ?1, ends_set_at = ends_set_at - ?1, created_at = created_at - ?1',
      ms,
    )
    sql.exec('UPDATE messages SET timestamp = timestamp - ?', ms)
  })
  await evictDurableObject(objectOf(roomId))
}

async function alarmOf(roomId: string): Promise<number | null> {
  return inside(roomId, (storage) => storage.getAlarm())
}

async function expectEnded(roomId: string, line: Line): Promise<void> {
  expect(await line.next('chat.destroy', 'nobody is told that the time is up')).toEqual({
    isDestroyed: true,
    reason: 'expired',
  })
  expect((await line.ending('the room is over and its sockets are open')).code).toBe(4410)
  expect(await tablesOf(roomId)).toEqual([])
}

describe('a fixed room', () => {
  test('ends at its instant, whatever is said in it', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    const { room } = await ann.join(roomId)
    expect(room.expiresAt - room.createdAt).toBe(60 * SECOND)
    await letPass(roomId, 30 * SECOND)
    await ann.post(roomId, { text: 'half of it is over' })
    const { body } = await ann.inRoom(roomId, 'GET')
    expect(body.expiresAt).toBe(room.expiresAt - 30 * SECOND)
    expect((await ann.inRoom(roomId, 'GET', '/ttl')).body.ttl).toBeLessThanOrEqual(30)
  })

  test('is ended by its alarm', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    const line = await ann.enter(roomId)
    await letPass(roomId, 61 * SECOND)
    expect(await runDurableObjectAlarm(objectOf(roomId))).toBe(true)
    await expectEnded(roomId, line)
    expect(no(await ann.inRoom(roomId, 'GET'))).toEqual([404, 'room-not-found'])
  })

  test('sets its alarm to its end when it is made', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    expect(await alarmOf(roomId)).toBe((await ann.inRoom(roomId, 'GET')).body.expiresAt)
  })

  test('lives on when its alarm comes early, and sets it again', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    const line = await ann.enter(roomId)
    expect(await runDurableObjectAlarm(objectOf(roomId))).toBe(true)
    await line.settled()
    expect(line.heard('chat.destroy')).toEqual([])
    expect(await alarmOf(roomId)).toBe((await ann.inRoom(roomId, 'GET')).body.expiresAt)
  })

  interface Entry {
    by: string
    enter: (ann: Person, roomId: string) => Promise<number>
  }
  const ENTRIES: Entry[] = [
    { by: 'a look', enter: async (ann, id) => (await ann.inRoom(id, 'GET')).status },
    { by: 'a join', enter: async (ann, id) => (await ann.knock(id)).status },
    { by: 'a stranger', enter: async (_, id) => (await new Person().knock(id)).status },
    { by: 'leaving', enter: async (ann, id) => (await ann.inRoom(id, 'POST', '/leave')).status },
    { by: 'the time left', enter: async (ann, id) => (await ann.inRoom(id, 'GET', '/ttl')).status },
    { by: 'the history', enter: async (ann, id) => (await ann.inRoom(id, 'GET', '/messages')).status },
    { by: 'a message', enter: async (ann, id) => (await ann.post(id, { text: 'too late' })).status },
    {
      by: 'the lock',
      enter: async (ann, id) => (await ann.inRoom(id, 'PATCH', '', { locked: true })).status,
    },
    { by: 'the end', enter: async (ann, id) => (await ann.inRoom(id, 'DELETE')).status },
    {
      by: 'a removal',
      enter: async (ann, id) => (await ann.inRoom(id, 'DELETE', '/participants/nobody')).status,
    },
    { by: 'a socket', enter: async (ann, id) => (await ann.upgrade(id)).status },
  ]
  test.for(ENTRIES)('is found dead by $by when no alarm came', async ({ enter }) => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    const line = await ann.enter(roomId)
    await letPass(roomId, 60 * SECOND)
    expect(await enter(ann, roomId)).toBe(404)
    await expectEnded(roomId, line)
  })

  test('is found dead by a frame when no alarm came', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    const line = await ann.enter(roomId)
    await letPass(roomId, 60 * SECOND)
    line.message('too-late')
    await expectEnded(roomId, line)
    expect(line.heard('chat.message')).toEqual([])
  })

  test('is found dead by the page when no alarm came', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    await ann.join(roomId)
    await letPass(roomId, 60 * SECOND)
    const page = await ann.request('GET', `/room/${roomId}`)
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      `/?error=room-not-found&room=${roomId}`,
    ])
    expect(await tablesOf(roomId)).toEqual([])
  })
})

describe('a sliding room', () => {
  test('has its whole lifetime left after each message, and tells so', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60, expiry: 'sliding' })
    const line = await ann.enter(roomId)
    await letPass(roomId, 50 * SECOND)
    expect((await ann.inRoom(roomId, 'GET', '/ttl')).body.ttl).toBeLessThanOrEqual(10)
    const { body } = await ann.post(roomId, { text: 'stay' })
    const room = (await ann.inRoom(roomId, 'GET')).body
    expect(room.expiresAt).toBe((body.timestamp ?? 0) + 60 * SECOND)
    expect(await line.next('room.update', 'nobody learns that the end moved')).toMatchObject({
      expiresAt: room.expiresAt,
    })
  })

  test('does not slide for anything but a message', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60, expiry: 'sliding' })
    const { room } = await ann.join(roomId)
    await letPass(roomId, 50 * SECOND)
    const line = await ann.enter(roomId)
    line.say('chat.typing')
    await line.settled()
    await ann.inRoom(roomId, 'GET', '/messages')
    expect((await ann.inRoom(roomId, 'GET')).body.expiresAt).toBe(room.expiresAt - 50 * SECOND)
  })

  test('does not slide for a message that was sent again', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60, expiry: 'sliding' })
    await ann.join(roomId)
    await ann.post(roomId, { text: 'once', id: 'once' })
    await letPass(roomId, 50 * SECOND)
    const before = (await ann.inRoom(roomId, 'GET')).body.expiresAt
    expect((await ann.post(roomId, { text: 'once', id: 'once' })).status).toBe(200)
    expect((await ann.inRoom(roomId, 'GET')).body.expiresAt).toBe(before)
  })

  test('does not touch its alarm for a message, and moves it when it comes due', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60, expiry: 'sliding' })
    const line = await ann.enter(roomId)
    const first = await alarmOf(roomId)
    await letPass(roomId, 40 * SECOND)
    for (let index = 0; index < 20; index += 1) line.message(`m${index}`)
    await line.settled()
    await ann.post(roomId, { text: 'by http' })
    expect(await alarmOf(roomId)).toBe(first)
    expect(await runDurableObjectAlarm(objectOf(roomId))).toBe(true)
    await line.settled()
    expect(line.heard('chat.destroy')).toEqual([])
    const { expiresAt } = (await ann.inRoom(roomId, 'GET')).body
    expect(await alarmOf(roomId)).toBe(expiresAt)
    expect(expiresAt).toBeGreaterThan(Date.now() + 55 * SECOND)
  })

  test('remembers through sleep when it was last spoken in', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60, expiry: 'sliding' })
    await ann.join(roomId)
    await letPass(roomId, 50 * SECOND)
    await ann.post(roomId, { text: 'stay' })
    await letPass(roomId, 50 * SECOND)
    expect((await ann.inRoom(roomId, 'GET')).status).toBe(200)
    await letPass(roomId, 10 * SECOND)
    expect((await ann.inRoom(roomId, 'GET')).status).toBe(404)
  })

  test('ends by its alarm once nobody spoke for a lifetime', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60, expiry: 'sliding' })
    const line = await ann.enter(roomId)
    await ann.post(roomId, { text: 'the last word' })
    await letPass(roomId, 61 * SECOND)
    expect(await runDurableObjectAlarm(objectOf(roomId))).toBe(true)
    await expectEnded(roomId, line)
  })
})

describe('the end set by the host', () => {
  test('counts at once, is told to all, moves the alarm, and survives sleep', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 60 })
    const line = await ann.enter(roomId)
    const closesAt = Date.now() + 3_600 * SECOND
    const { status, body } = await ann.inRoom(roomId, 'PATCH', '', { closesAt })
    expect([status, body.expiresAt]).toEqual([200, closesAt])
    expect(await line.next('room.update', 'nobody learns of the new end')).toMatchObject({
      expiresAt: closesAt,
    })
    expect(await alarmOf(roomId)).toBe(closesAt)
    await evictDurableObject(objectOf(roomId))
    expect((await ann.inRoom(roomId, 'GET')).body.expiresAt).toBe(closesAt)
  })

  test('may be sooner', async () => {
    const ann = new Person()
    const roomId = await ann.create({ lifetime: 3_600 })
    const line = await ann.enter(roomId)
    const closesAt = Date.now() + 30 * SECOND
    expect((await ann.inRoom(roomId, 'PATCH', '', { closesAt })).body.expiresAt).toBe(closesAt)
    await letPass(roomId, 31 * SECOND)
    await runDurableObjectAlarm(objectOf(roomId))
    await expectEnded(roomId, line)
  })

  interface Case {
    when: string
    closesAt: () => number
  }
  const WRONG: Case[] = [
    { when: 'now', closesAt: () => Date.now() },
    { when: 'in the past', closesAt: () => 1 },
    { when: 'more than a day after the creation', closesAt: () => Date.now() + 86_401 * SECOND },
    { when: 'in seconds by mistake', closesAt: () => Math.floor(Date.now() / 1000) + 600 },
    { when: 'between two milliseconds', closesAt: () => Date.now() + 600.5 },
  ]
  test.for(WRONG)('is refused where it is $when', async ({ closesAt }) => {
    const ann = new Person()
    const roomId = await ann.create()
    const before = (await ann.inRoom(roomId, 'GET')).body.expiresAt
    const reply = await ann.inRoom(roomId, 'PATCH', '', { locked: true, closesAt: closesAt() })
    expect(no(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues?.map(({ path }) => path)).toEqual(['closesAt'])
    expect((await ann.inRoom(roomId, 'GET')).body).toMatchObject({ expiresAt: before, locked: false })
  })
})
