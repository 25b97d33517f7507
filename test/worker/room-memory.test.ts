import { evictDurableObject } from 'cloudflare:test'
import { describe, expect, test } from 'vitest'
import { SENT_RATE, UPGRADE_RATE } from '../../protocol/connection-limits.ts'
import { HISTORY, HISTORY_RATE } from '../../protocol/limits.ts'
import type { Message } from '../../protocol/message.ts'
import { refusalOf } from '../support/api-client.ts'
import type { TestConnection } from '../support/test-connection.ts'
import { Facilitator } from './facilitator.ts'
import { letTimePass, stopTime } from './pass-time.ts'
import { Person, roomObject, runInRoom } from './person.ts'

/** Of which every character is written as six. */
const ESCAPED = '\u0001'.repeat(16_384)
const WEIGHT = JSON.stringify(ESCAPED).length
/** Messages of it that a page, or a welcome, has place for. */
const FITTING = Math.floor(HISTORY.characters / WEIGHT)
const STORED = 60

/** A room with so heavy messages, with its host and somebody who has said all of them. */
async function makeHeavyRoom() {
  const [host, participant] = [new Person(), new Person()]
  const roomId = await host.createRoom({ capacity: 5 })
  await host.joinRoom(roomId)
  const { participantId } = await participant.joinRoom(roomId)
  await runInRoom(roomId, ({ sql }) => {
    for (let seq = 1; seq <= STORED; seq += 1)
      sql.exec(
        "INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, id_hashes) VALUES (?, ?, ?, 'Guest', ?, 1, NULL)",
        ...[seq, `m${seq}`, participantId, ESCAPED],
      )
  })
  await evictDurableObject(roomObject(roomId))
  const page = async (query: string, who = participant) => {
    const reply = await who.callRoom(roomId, 'GET', `/messages?limit=500${query}`)
    return { ...reply, messages: reply.body.messages ?? [], lastSeq: reply.body.lastSeq }
  }
  return { host, participant, roomId, page }
}

const seqs = (messages: readonly Message[]) => messages.map(({ seq }) => seq)
const listNumbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

describe('history', () => {
  test('comes in pages that weigh no more than they may, in either direction, and without a hole', async () => {
    const { page } = await makeHeavyRoom()
    const first = await page('&after=0')
    expect([seqs(first.messages), first.lastSeq]).toEqual([listNumbers(1, FITTING), STORED])
    letTimePass(60_000)
    expect(seqs((await page(`&after=${FITTING}`)).messages)).toEqual(listNumbers(FITTING + 1, 2 * FITTING))
    letTimePass(60_000)
    const newest = await page('')
    expect(seqs(newest.messages)).toEqual(listNumbers(STORED - FITTING + 1, STORED))
    letTimePass(60_000)
    const older = await page(`&before=${STORED - FITTING + 1}`)
    expect(seqs(older.messages)).toEqual(listNumbers(STORED - 2 * FITTING + 1, STORED - FITTING))
  })

  test('is given to one participant only so fast, and nobody else waits for it', async () => {
    const { host, page } = await makeHeavyRoom()
    stopTime()
    const replies = await Promise.all(Array.from({ length: 10 }, () => page('&after=0')))
    const given = replies.filter(({ status }) => status === 200)
    const most = HISTORY_RATE.burst + HISTORY_RATE.perSecond + HISTORY.characters
    expect(given.length * FITTING * WEIGHT).toBeLessThan(most)
    const refused = replies.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(0)
    for (const reply of refused) {
      expect(refusalOf(reply)).toEqual([429, 'slow-down'])
      expect(Number(reply.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    }
    expect((await page('&after=0', host)).status).toBe(200)
    letTimePass(1_000 * Number(refused[0]?.headers.get('retry-after')))
    expect((await page('&after=0')).status).toBe(200)
  })

  test('is read at the same rate by sending again what is stored', async () => {
    const { participant, roomId } = await makeHeavyRoom()
    stopTime()
    const again = () => participant.postMessage(roomId, { id: 'm1', text: 'again' })
    const most = Math.ceil(HISTORY_RATE.burst / WEIGHT)
    const replies = await Promise.all(Array.from({ length: most + 60 }, again))
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(most)
    const refused = replies.filter(({ status }) => status !== 200)
    expect(new Set(refused.map((reply) => refusalOf(reply).join(' ')))).toEqual(new Set(['429 slow-down']))
    // Who sends a new message has nothing to wait for.
    expect((await participant.postMessage(roomId, { text: 'new' })).status).toBe(201)
  })

  test('of short messages is nobody’s to wait for', async () => {
    const [host, participant] = [new Person(), new Person()]
    const roomId = await host.createRoom()
    await participant.joinRoom(roomId)
    for (let n = 0; n < 50; n += 1) await participant.postMessage(roomId, { text: 'hello' })
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => participant.callRoom(roomId, 'GET', '/messages')),
    )
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
  })
})

test('a transcript of messages so heavy that few go into a page is whole', async () => {
  const facilitator = await Facilitator.signUp()
  const { roomId } = await facilitator.scheduleRoom()
  await runInRoom(roomId, ({ sql }) => {
    for (let seq = 1; seq <= STORED; seq += 1)
      sql.exec(
        "INSERT INTO messages (seq, id, participant_id, sender, text, timestamp, id_hashes) VALUES (?, ?, 'p', 'Ann', ?, 1, NULL)",
        seq,
        `m${seq}`,
        ESCAPED,
      )
  })
  await evictDurableObject(roomObject(roomId))
  const { messages } = JSON.parse((await facilitator.downloadTranscript(roomId)).text)
  expect(seqs(messages)).toEqual(listNumbers(1, STORED))
})

describe('sockets that one participant opens', () => {
  test('are so many at once, and then one a second', async () => {
    const [host, participant] = [new Person(), new Person()]
    const roomId = await host.createRoom()
    const hostConnection = await host.joinAndConnect(roomId)
    await participant.joinRoom(roomId)
    const began = performance.now()
    const opened: Response[] = []
    for (let n = 0; n < UPGRADE_RATE.burst + 20; n += 1) opened.push(await participant.requestUpgrade(roomId))
    const seconds = (performance.now() - began) / 1_000
    const taken = opened.filter(({ status }) => status === 101).length
    expect(taken).toBeGreaterThanOrEqual(UPGRADE_RATE.burst)
    expect(taken).toBeLessThanOrEqual(UPGRADE_RATE.burst + 1 + seconds * UPGRADE_RATE.perSecond)
    const last = opened.findLast(({ status }) => status !== 101)
    expect([last?.status, last?.headers.get('retry-after')]).toEqual([429, '1'])
    for (const { webSocket } of opened) webSocket?.accept()
    hostConnection.sendMessage('m1')
    await hostConnection.nextEvent('chat.message', 'the room has fallen')
    letTimePass(1_000)
    await (await participant.openConnection(roomId)).nextEvent('room.welcome', 'it may never come back')
  })

  test('are welcomed without messages once very much was sent, and the messages are there by HTTP', async () => {
    const { participant, roomId, page } = await makeHeavyRoom()
    stopTime()
    const welcome = async () => {
      const connection = await participant.openConnection(roomId, 0)
      const { messages, lastSeq } = await connection.nextEvent('room.welcome', 'the room sends nothing')
      await connection.disconnect()
      return [messages.length, lastSeq]
    }
    const whole = Math.floor(SENT_RATE.burst / (FITTING * WEIGHT))
    for (let n = 1; n < whole; n += 1) expect(await welcome()).toEqual([FITTING, STORED])
    await welcome()
    // Enough for another socket, and not for what a welcome weighs.
    letTimePass(1_000)
    expect(await welcome()).toEqual([0, STORED])
    expect(seqs((await page('&after=0')).messages)).toEqual(listNumbers(1, FITTING))
    letTimePass(60_000)
    expect(await welcome()).toEqual([FITTING, STORED])
  })

  test('count also once they are closed: what they had not read of what everyone was sent', async () => {
    const [host, participant] = [new Person(), new Person()]
    const roomId = await host.createRoom()
    await host.joinRoom(roomId)
    await participant.joinRoom(roomId)
    const connections = [await participant.openConnection(roomId), await participant.openConnection(roomId)]
    // Something to see, and as many control characters as a body has place for.
    const text = `x${'\u0001'.repeat(10_800)}`
    for (let n = 1; n <= 100; n += 1)
      expect((await host.postMessage(roomId, { id: `m${n}`, text })).status).toBe(201)
    for (const connection of connections)
      await connection.nextEvent('chat.message', 'it is not delivered', ({ id }) => id === 'm100')
    for (const connection of connections) await connection.disconnect()
    const welcomed: number[] = []
    for (let n = 0; n < 3; n += 1) {
      const connection = await participant.openConnection(roomId)
      welcomed.push((await connection.nextEvent('room.welcome', 'the room sends nothing')).messages.length)
    }
    expect(welcomed[0]).toBeGreaterThan(0)
    expect(welcomed.at(-1)).toBe(0)
  })

  test('are answered only so much, over all of them together', async () => {
    const { participant, roomId } = await makeHeavyRoom()
    stopTime()
    const connections: TestConnection[] = []
    for (let n = 0; n < 12; n += 1) connections.push(await participant.openConnection(roomId, STORED))
    for (const connection of connections) await connection.nextEvent('room.welcome', 'the room sends nothing')
    for (let n = 0; n < 40; n += 1) for (const connection of connections) connection.sendMessage(`m${n + 1}`)
    for (const connection of connections)
      expect((await connection.waitForClose('it is answered without an end')).code).toBe(4408)
    const answered = connections.reduce((sum, connection) => sum + connection.frames.join('').length, 0)
    // At a relay what the room answers in one call comes yet.
    expect(answered).toBeLessThan(SENT_RATE.burst + 128 * WEIGHT)
    expect((await participant.requestUpgrade(roomId)).status).toBe(429)
    letTimePass(60_000)
    await (await participant.openConnection(roomId)).nextEvent('room.welcome', 'it may never come back')
  })
})
