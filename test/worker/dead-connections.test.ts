import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { DEAD_LINE_MS, SILENT_SEAT_MS } from '../../protocol/limits.ts'
import type { Line } from './line.ts'
import { letTimePass } from './pass-time.ts'
import { inside, no, objectOf, Person } from './person.ts'

/** A full room for two: the host has spoken, and somebody is connected and silent. */
async function full() {
  const [host, guest] = [new Person(), new Person()]
  const roomId = await host.create({ lifetime: 86_400 })
  const hostLine = await host.enter(roomId)
  const line = await guest.enter(roomId)
  hostLine.message('hello')
  await line.next('chat.message', 'it hears nothing')
  return { roomId, host, hostLine, line }
}

async function ping(line: Line): Promise<void> {
  line.frame('ping')
  await line.nextFrame('pong', 'a heartbeat has no answer')
}

describe('a line over which a ping came once, and then nothing', () => {
  test('is gone after ninety seconds: told at once, closed, and its silent seat is free', async () => {
    const { roomId, hostLine, line } = await full()
    await ping(line)
    letTimePass(DEAD_LINE_MS - 5_000)
    hostLine.message('early')
    await line.next('chat.message', 'it is taken for dead too soon', ({ id }) => id === 'early')
    letTimePass(5_000)
    hostLine.message('late')
    const { participantId } = await hostLine.next('presence.leave', 'a dead line is never told of')
    expect(participantId).toBe(line.id)
    expect((await line.ending('a dead line stays open')).code).toBe(1000)
    expect((await new Person().knock(roomId)).status).toBe(200)
  })

  test('is seen by whoever is refused for it, and the seat is theirs', async () => {
    const { roomId, line } = await full()
    await ping(line)
    expect(no(await new Person().knock(roomId))).toEqual([409, 'room-full'])
    letTimePass(DEAD_LINE_MS)
    const cat = new Person()
    // A relay is asked first, and has to answer.
    await expect.poll(async () => no(await cat.knock(roomId))[0], { timeout: 5_000 }).toBe(200)
  })

  test('is found after a sleep, too', async () => {
    const { roomId, hostLine, line } = await full()
    await ping(line)
    await evictDurableObject(objectOf(roomId))
    letTimePass(DEAD_LINE_MS)
    hostLine.message('late')
    const { participantId } = await hostLine.next('presence.leave', 'a dead line is never told of')
    expect(participantId).toBe(line.id)
  })
})

describe('a line that is alive', () => {
  test('never sent a ping, and may be silent for as long as it likes', async () => {
    const { hostLine, line } = await full()
    for (const id of ['a', 'b']) {
      letTimePass(10 * DEAD_LINE_MS)
      hostLine.message(id)
      await line.next('chat.message', 'it is taken for dead', (message) => message.id === id)
    }
  })

  test('sends frames in place of pings, also before a sleep', async () => {
    const { roomId, hostLine, line } = await full()
    await ping(line)
    letTimePass(60_000)
    line.say('chat.ack', { seq: 0 })
    await line.settled()
    await evictDurableObject(objectOf(roomId))
    letTimePass(60_000)
    hostLine.message('a')
    await line.next('chat.message', 'it is taken for dead', ({ id }) => id === 'a')
    expect(hostLine.heard('presence.leave')).toEqual([])
  })

  test('speaks after a long silence, and is not closed for it', async () => {
    const { line } = await full()
    await ping(line)
    letTimePass(2 * DEAD_LINE_MS)
    line.message('still-here')
    await line.next('chat.message', 'what it says is lost', ({ id }) => id === 'still-here')
  })
})

test('a silent room is not woken for dead lines: no alarm is set before its end', async () => {
  const { roomId, host, line } = await full()
  await ping(line)
  letTimePass(SILENT_SEAT_MS)
  const { expiresAt } = (await host.inRoom(roomId, 'GET')).body
  expect(await inside(roomId, (storage) => storage.getAlarm())).toBe(expiresAt)
})
