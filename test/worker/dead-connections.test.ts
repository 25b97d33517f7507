import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { DEAD_LINE_MS, SILENT_SEAT_MS } from '../../protocol/limits.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { letTimePass } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** A full room for two: the host has spoken, and somebody is connected and silent. */
async function full() {
  const [host, guest] = [new Person(), new Person()]
  const roomId = await host.createRoom({ lifetime: 86_400 })
  const hostLine = await host.joinAndConnect(roomId)
  const line = await guest.joinAndConnect(roomId)
  hostLine.sendMessage('hello')
  await line.nextEvent('chat.message', 'it hears nothing')
  return { roomId, host, hostLine, line }
}

async function ping(line: TestConnection): Promise<void> {
  line.sendFrame('ping')
  await line.waitForFrame('pong', 'a heartbeat has no answer')
}

describe('a line over which a ping came once, and then nothing', () => {
  test('is gone after ninety seconds: told at once, closed, and its silent seat is free', async () => {
    const { roomId, hostLine, line } = await full()
    await ping(line)
    letTimePass(DEAD_LINE_MS - 5_000)
    hostLine.sendMessage('early')
    await line.nextEvent('chat.message', 'it is taken for dead too soon', ({ id }) => id === 'early')
    letTimePass(5_000)
    hostLine.sendMessage('late')
    const { participantId } = await hostLine.nextEvent('presence.leave', 'a dead line is never told of')
    expect(participantId).toBe(line.id)
    expect((await line.waitForClose('a dead line stays open')).code).toBe(1000)
    expect((await new Person().requestJoin(roomId)).status).toBe(200)
  })

  test('is seen by whoever is refused for it, and the seat is theirs', async () => {
    const { roomId, line } = await full()
    await ping(line)
    expect(refusalOf(await new Person().requestJoin(roomId))).toEqual([409, 'room-full'])
    letTimePass(DEAD_LINE_MS)
    const cat = new Person()
    // A relay is asked first, and has to answer.
    await expect.poll(async () => refusalOf(await cat.requestJoin(roomId))[0], { timeout: 5_000 }).toBe(200)
  })

  test('is found after a sleep, too', async () => {
    const { roomId, hostLine, line } = await full()
    await ping(line)
    await evictDurableObject(roomObject(roomId))
    letTimePass(DEAD_LINE_MS)
    hostLine.sendMessage('late')
    const { participantId } = await hostLine.nextEvent('presence.leave', 'a dead line is never told of')
    expect(participantId).toBe(line.id)
  })
})

describe('a line that is alive', () => {
  test('never sent a ping, and may be silent for as long as it likes', async () => {
    const { hostLine, line } = await full()
    for (const id of ['a', 'b']) {
      letTimePass(10 * DEAD_LINE_MS)
      hostLine.sendMessage(id)
      await line.nextEvent('chat.message', 'it is taken for dead', (message) => message.id === id)
    }
  })

  test('sends frames in place of pings, also before a sleep', async () => {
    const { roomId, hostLine, line } = await full()
    await ping(line)
    letTimePass(60_000)
    line.sendEvent('chat.ack', { seq: 0 })
    await line.waitUntilSettled()
    await evictDurableObject(roomObject(roomId))
    letTimePass(60_000)
    hostLine.sendMessage('a')
    await line.nextEvent('chat.message', 'it is taken for dead', ({ id }) => id === 'a')
    expect(hostLine.receivedData('presence.leave')).toEqual([])
  })

  test('speaks after a long silence, and is not closed for it', async () => {
    const { line } = await full()
    await ping(line)
    letTimePass(2 * DEAD_LINE_MS)
    line.sendMessage('still-here')
    await line.nextEvent('chat.message', 'what it says is lost', ({ id }) => id === 'still-here')
  })
})

test('a silent room is not woken for dead lines: no alarm is set before its end', async () => {
  const { roomId, host, line } = await full()
  await ping(line)
  letTimePass(SILENT_SEAT_MS)
  const { expiresAt } = (await host.callRoom(roomId, 'GET')).body
  expect(await runInRoom(roomId, (storage) => storage.getAlarm())).toBe(expiresAt)
})
