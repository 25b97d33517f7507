import { evictDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import { FRAME_RATE, KEPT_OFF_MS } from '../../protocol/limits.ts'
import { letTimePass } from './pass-time.ts'
import { no, objectOf, Person } from './person.ts'

/** A room with somebody who has just sent far too many frames, and somebody who listens. */
async function flooded() {
  const host = new Person()
  const roomId = await host.create({ capacity: 4 })
  const ben = await host.enter(roomId)
  const ann = new Person()
  const flood = await ann.enter(roomId)
  const tab = await ann.connect(roomId)
  await tab.next('room.welcome', 'the second tab is not welcomed')
  for (let index = 0; index < FRAME_RATE.burst + 1_500; index += 1) flood.frame('x')
  expect((await flood.ending('a flood is taken without an end')).code).toBe(4429)
  return { roomId, ann, ben, flood, tab }
}

/** The seconds for which somebody who asks for a socket is told to wait. */
async function refusedFor(person: Person, roomId: string): Promise<number> {
  const answer = await person.upgrade(roomId)
  expect([answer.status, await answer.text()]).toEqual([429, expect.stringContaining('slow-down')])
  return Number(answer.headers.get('retry-after'))
}

test('who floods is closed with 4429, on every tab, and nobody else is disturbed', async () => {
  const { ben, flood, tab } = await flooded()
  expect(flood.heard('error').length).toBeGreaterThanOrEqual(FRAME_RATE.burst)
  expect((await tab.ending('who is kept off stays by another tab')).code).toBe(4429)
  await ben.next('presence.leave', 'the one who flooded counts on')
  ben.message('quiet-again')
  await ben.next('chat.message', 'the others are disturbed')
})

test('who floods is kept off for a minute, also where the object slept meanwhile, and then comes back and resumes', async () => {
  const { roomId, ann, ben, flood } = await flooded()
  expect(await refusedFor(ann, roomId)).toBeGreaterThan(KEPT_OFF_MS / 1_000 - 10)
  ben.message('m1')
  await ben.next('chat.message', 'the room has fallen')
  if (!ann.secret('x-auth-token', roomId).includes('any-')) await evictDurableObject(objectOf(roomId))
  letTimePass(KEPT_OFF_MS / 2)
  expect(await refusedFor(ann, roomId)).toBeLessThanOrEqual(KEPT_OFF_MS / 2_000)
  // What needs no socket goes on.
  expect((await ann.post(roomId, { text: 'sorry' })).status).toBe(201)
  letTimePass(KEPT_OFF_MS / 2)
  const again = await ann.connect(roomId, 0)
  const welcome = await again.next('room.welcome', 'who flooded may not come back')
  expect(welcome.participantId).toBe(flood.id)
  expect(welcome.messages.map(({ text }) => text)).toEqual(['m1', 'sorry'])
})

test('who gives the seat back and takes another is kept off as long', async () => {
  const { roomId, ann } = await flooded()
  const isAtRelay = ann.secret('x-auth-token', roomId).includes('any-')
  expect((await ann.inRoom(roomId, 'POST', '/leave')).status).toBe(204)
  await ann.join(roomId)
  // A relay knows those it knows by their seats; another seat is another one to it, as for its other rates.
  if (!isAtRelay) expect(await refusedFor(ann, roomId)).toBeGreaterThan(KEPT_OFF_MS / 1_000 - 10)
})

test('whoever comes after somebody who was removed for flooding is not kept off', async () => {
  const host = new Person()
  const roomId = await host.create({ capacity: 4 })
  await host.join(roomId)
  const flood = await new Person().enter(roomId)
  for (let index = 0; index < FRAME_RATE.burst + 1_500; index += 1) flood.frame('x')
  await flood.ending('a flood is taken without an end')
  expect((await host.inRoom(roomId, 'DELETE', `/participants/${flood.id}`)).status).toBe(204)
  await new Person().enter(roomId)
  expect(no(await host.knock(roomId))[0]).toBe(200)
})
