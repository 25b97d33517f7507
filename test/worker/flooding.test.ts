import { evictDurableObject } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import { FLOOD_BAN_MS, FRAME_RATE } from '../../protocol/connection-limits.ts'
import { refusalOf } from '../support/api-client.ts'
import type { CloseInfo, TestConnection } from '../support/test-connection.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject } from './person.ts'

/**
 * Sends more frames at once than anybody may, and waits until the connection is closed. The clock stands meanwhile: a machine
 * that takes long to read them would give the right to send as many again.
 */
async function sendFlood(connection: TestConnection): Promise<CloseInfo> {
  vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  for (let index = 0; index < FRAME_RATE.burst + 1_500; index += 1) connection.sendFrame('x')
  const close = await connection.waitForClose('a flood is taken without an end')
  letTimePass(0)
  return close
}

/** A room with somebody who has just sent far too many frames, and somebody who listens. */
async function floodRoom() {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 4 })
  const ben = await host.joinAndConnect(roomId)
  const ann = new Person()
  const flood = await ann.joinAndConnect(roomId)
  const tab = await ann.openConnection(roomId)
  await tab.nextEvent('room.welcome', 'the second tab is not welcomed')
  expect((await sendFlood(flood)).code).toBe(4429)
  return { roomId, ann, ben, flood, tab }
}

/** The seconds that somebody who asks for a socket has to wait. */
async function readRetryAfter(person: Person, roomId: string): Promise<number> {
  const answer = await person.requestUpgrade(roomId)
  expect([answer.status, await answer.text()]).toEqual([429, expect.stringContaining('slow-down')])
  return Number(answer.headers.get('retry-after'))
}

test('who floods is closed with 4429, on every tab, and nobody else is disturbed', async () => {
  const { ben, flood, tab } = await floodRoom()
  expect(flood.receivedData('error').length).toBeGreaterThanOrEqual(FRAME_RATE.burst)
  expect((await tab.waitForClose('who is kept off stays by another tab')).code).toBe(4429)
  await ben.nextEvent('presence.leave', 'the one who flooded counts on')
  ben.sendMessage('quiet-again')
  await ben.nextEvent('chat.message', 'the others are disturbed')
})

test('who floods is kept off for a minute, also where the object slept meanwhile, and then comes back and resumes', async () => {
  const { roomId, ann, ben, flood } = await floodRoom()
  expect(await readRetryAfter(ann, roomId)).toBeGreaterThan(FLOOD_BAN_MS / 1_000 - 10)
  ben.sendMessage('m1')
  await ben.nextEvent('chat.message', 'the room has fallen')
  if (!ann.readToken('x-auth-token', roomId).includes('any-')) await evictDurableObject(roomObject(roomId))
  letTimePass(FLOOD_BAN_MS / 2)
  expect(await readRetryAfter(ann, roomId)).toBeLessThanOrEqual(FLOOD_BAN_MS / 2_000)
  // What needs no socket goes on.
  expect((await ann.postMessage(roomId, { text: 'sorry' })).status).toBe(201)
  letTimePass(FLOOD_BAN_MS / 2)
  const again = await ann.openConnection(roomId, 0)
  const welcome = await again.nextEvent('room.welcome', 'who flooded may not come back')
  expect(welcome.participantId).toBe(flood.id)
  expect(welcome.messages.map(({ text }) => text)).toEqual(['m1', 'sorry'])
})

test('who gives the seat back and takes another is kept off as long', async () => {
  const { roomId, ann } = await floodRoom()
  const isAtRelay = ann.readToken('x-auth-token', roomId).includes('any-')
  expect((await ann.callRoom(roomId, 'POST', '/leave')).status).toBe(204)
  await ann.joinRoom(roomId)
  // A relay knows those it knows by their seats; another seat is another one to it, as for its other rates.
  if (!isAtRelay) expect(await readRetryAfter(ann, roomId)).toBeGreaterThan(FLOOD_BAN_MS / 1_000 - 10)
})

test('whoever comes after somebody who was removed for flooding is not kept off', async () => {
  const host = new Person()
  const roomId = await host.createRoom({ capacity: 4 })
  await host.joinRoom(roomId)
  const flood = await new Person().joinAndConnect(roomId)
  await sendFlood(flood)
  expect((await host.callRoom(roomId, 'DELETE', `/participants/${flood.id}`)).status).toBe(204)
  await new Person().joinAndConnect(roomId)
  expect(refusalOf(await host.requestJoin(roomId))[0]).toBe(200)
})
