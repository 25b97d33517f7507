import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { ACKNOWLEDGE_EVERY, BEHIND_MAX } from '../../protocol/connection-limits.ts'
import { LEAVE_ANNOUNCED_AFTER } from '../../protocol/limits.ts'
import { parseFrame } from '../support/check-wire.ts'
import { openSocket, Person } from '../support/node-client.ts'
import { readWorkerdMemory } from '../support/process-memory.ts'
import { type Server, startServer } from '../support/server.ts'
import { openStalledSocket, openStalledStream } from '../support/stalled-socket.ts'

/** Nearly the longest message there may be. */
const TEXT = 'x'.repeat(16_000)
const MIB = 1_048_576

/** Milliseconds after which something that has not come is not coming. */
const WITHIN = 15_000

let server: Server

beforeAll(async () => {
  server = await startServer({ rateLimits: 'off' })
})

afterAll(() => server?.stop())

const open: Reader[] = []

afterEach(() => {
  for (const reader of open.splice(0)) reader.close()
})

/** Somebody who reads, and keeps of what it reads only what a test asks for. */
class Reader {
  readonly seqs: number[] = []
  readonly left: string[] = []
  /** Bytes it had received when somebody's connection was closed; the leave is broadcast some time after that. */
  readonly leftAfter: number[] = []
  /** Bytes it had received by when. */
  readonly #progress: { at: number; bytes: number }[] = []
  bytes = 0
  closed: number | null = null
  readonly #socket: WebSocket
  readonly #acknowledges: boolean
  #unacknowledged = 0
  #received = () => {}

  constructor(socket: WebSocket, acknowledges: boolean) {
    this.#socket = socket
    this.#acknowledges = acknowledges
    socket.onmessage = ({ data }) => this.#receiveFrame(String(data))
    socket.onclose = ({ code }) => {
      this.closed = code
      this.#received()
    }
    open.push(this)
  }

  static async enter(person: Person, roomId: string, acknowledges: boolean): Promise<Reader> {
    await person.joinRoom(roomId)
    const path = `/api/rooms/${roomId}/realtime`
    const url = new URL(path, person.origin.replace('http', 'ws'))
    const reader = new Reader(openSocket(url, person.jar.cookieHeader(path)), acknowledges)
    await reader.until(() => reader.seqs.length > 0 || reader.bytes > 0, 'the room sends nothing')
    reader.bytes = 0
    return reader
  }

  sendEvent(event: string, data: unknown): void {
    this.#socket.send(JSON.stringify({ event, data }))
  }

  ping(): void {
    this.#socket.send('ping')
  }

  close(): void {
    this.#socket.close()
  }

  /** Waits until something is so. @param otherwise what it would mean if it never were */
  async until(isSo: () => boolean, otherwise: string): Promise<void> {
    const end = performance.now() + WITHIN
    while (!isSo()) {
      const left = end - performance.now()
      if (left <= 0 || this.closed !== null) {
        throw new Error(`${otherwise} (closed: ${this.closed}, ${this.seqs.length} messages)`)
      }
      const received = Promise.withResolvers<void>()
      this.#received = received.resolve
      const timer = setTimeout(received.resolve, left)
      await received.promise
      clearTimeout(timer)
    }
  }

  #receiveFrame(frame: string): void {
    this.bytes += frame.length
    this.#progress.push({ at: performance.now(), bytes: this.bytes })
    if (frame === 'pong') return
    for (const { event, data } of parseFrame(frame)) {
      if (event === 'chat.message') this.seqs.push(data.seq)
      if (event !== 'presence.leave') continue
      this.left.push(data.participantId)
      const closedAt = performance.now() - LEAVE_ANNOUNCED_AFTER
      this.leftAfter.push(this.#progress.findLast(({ at }) => at <= closedAt)?.bytes ?? 0)
    }
    this.#unacknowledged += frame.length
    if (this.#acknowledges && this.#unacknowledged >= ACKNOWLEDGE_EVERY) {
      this.#unacknowledged = 0
      this.sendEvent('chat.ack', { seq: this.seqs.at(-1) ?? 0 })
    }
    this.#received()
  }
}

let sent = 0

/** Sends so many long messages one after the other, each once everyone has the last. @returns milliseconds for each */
async function measureDelivery(talker: Reader, readers: readonly Reader[], count: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const wanted = readers.map((reader) => reader.seqs.length + 1)
    const from = performance.now()
    sent += 1
    talker.sendEvent('chat.message', { id: `m${sent}`, text: TEXT })
    for (const [at, reader] of readers.entries()) {
      await reader.until(() => reader.seqs.length >= (wanted[at] ?? 0), 'a message never came')
    }
    times.push(performance.now() - from)
  }
  return times
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
const inOrder = ({ seqs }: Reader) => seqs.map((_, index) => (seqs[0] ?? 0) + index)

/** A room with a talker and two who read and acknowledge. */
async function makeBusyRoom() {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: 20 })
  const talker = await Reader.enter(host, roomId, true)
  const fast = [talker]
  for (let index = 0; index < 2; index += 1) {
    fast.push(await Reader.enter(new Person(server.origin), roomId, true))
  }
  return { host, roomId, talker, fast }
}

/** Somebody who joins, sends `frames`, and from then on reads nothing. */
async function joinAndStall(roomId: string, frames: readonly string[]) {
  const person = new Person(server.origin)
  const { participantId } = await person.joinRoom(roomId)
  const path = `/api/rooms/${roomId}/realtime`
  const socket = await openStalledSocket(server.origin, path, person.jar.cookieHeader(path), frames)
  onTestFinished(() => socket.destroy())
  return { participantId, socket, person }
}

const ACKNOWLEDGE = '{"event":"chat.ack","data":{"seq":0}}'

describe('readers that stall among those who read', () => {
  // It measures, on a machine that may do other things: twice more where a figure is off, and then it counts.
  test('are closed with 4408, slow nobody down, and take little memory with them', { retry: 2 }, async () => {
    const { host, roomId, talker, fast } = await makeBusyRoom()
    // A server that has just started grows for a while, whoever reads.
    await measureDelivery(talker, fast, 600)
    const first = await readWorkerdMemory(server.storage)
    const alone = await measureDelivery(talker, fast, 600)
    const before = await readWorkerdMemory(server.storage)

    const stalled = await Promise.all(Array.from({ length: 12 }, () => joinAndStall(roomId, [ACKNOWLEDGE])))
    const heardBefore = talker.bytes
    // Closed soon: after what it may be behind, and the steps in which that is looked at.
    const soon = Math.ceil((BEHIND_MAX.acknowledging * 1.5) / TEXT.length)
    const together = await measureDelivery(talker, fast, soon)
    await talker.until(
      () => stalled.every(({ participantId }) => talker.left.includes(participantId)),
      'who reads nothing is still present',
    )
    together.push(...(await measureDelivery(talker, fast, 600 - soon)))
    const after = await readWorkerdMemory(server.storage)

    const { present, seats } = (await host.callApi('GET', `/api/rooms/${roomId}`)).body
    expect({ present, seats }).toEqual({ present: fast.length, seats: fast.length + stalled.length })
    for (const bytes of talker.leftAfter)
      expect(bytes - heardBefore).toBeGreaterThan(BEHIND_MAX.acknowledging / 2)
    for (const reader of fast) {
      expect(reader.closed).toBe(null)
      expect(reader.seqs).toEqual(inOrder(reader))
    }
    expect(median(together) / median(alone), 'those who stall slow the others down').toBeLessThan(2.5)
    // Without an end to it all that was said meanwhile would be queued for each of them.
    const queued = 600 * TEXT.length * stalled.length
    const grown = after - before - Math.max(0, before - first)
    expect(grown / queued, 'what is not read is kept').toBeLessThan(0.5)

    // Who reads on after all finds out why, and may come back.
    const [late] = stalled
    expect(await late?.socket.readOn()).toBe(4408)
    const last = talker.seqs.at(-1) ?? 0
    const again = await late?.person.openConnection(roomId, last - 10)
    const welcome = await again?.nextEvent('room.welcome', 'who was too slow may not come back')
    expect(welcome?.messages).toHaveLength(10)
    await again?.disconnect()
  })

  test('are closed later where they never acknowledged anything, and are closed all the same', async () => {
    const { roomId, talker, fast } = await makeBusyRoom()
    const { participantId, socket } = await joinAndStall(roomId, [])
    const messages = Math.ceil(BEHIND_MAX.silent / TEXT.length)
    await measureDelivery(talker, fast, Math.floor(messages * 0.9))
    expect(talker.left).toEqual([])
    await measureDelivery(talker, fast, Math.ceil(messages * 0.2))
    await talker.until(() => talker.left.includes(participantId), 'who reads nothing is still present')
    expect(await socket.readOn()).toBe(4408)
  })
})

describe('readers of server-sent events that stall', () => {
  test('are sent away by the room: what they took is acknowledged for them, and nothing else', async () => {
    const { roomId, talker, fast } = await makeBusyRoom()
    const stalled: string[] = []
    for (let index = 0; index < 4; index += 1) {
      const person = new Person(server.origin)
      stalled.push((await person.joinRoom(roomId)).participantId)
      const path = `/api/rooms/${roomId}/events`
      onTestFinished(await openStalledStream(server.origin, path, person.jar.cookieHeader(path)))
    }
    // The buffers of the network take some MiB before anybody notices. What the Worker keeps comes after that.
    await measureDelivery(talker, fast, Math.floor((8 * MIB) / TEXT.length))
    await talker.until(
      () => stalled.every((participantId) => talker.left.includes(participantId)),
      'who takes nothing from a stream is still present',
    )
    for (const reader of fast) expect(reader.seqs).toEqual(inOrder(reader))
  })
})

describe('readers that read', () => {
  test('are never closed where they acknowledge, ping or speak, and for long not where they don’t', async () => {
    const { roomId, talker, fast } = await makeBusyRoom()
    const silent = await Reader.enter(new Person(server.origin), roomId, false)
    const pinging = await Reader.enter(new Person(server.origin), roomId, false)
    const speaking = await Reader.enter(new Person(server.origin), roomId, false)
    const everyone = [...fast, pinging, speaking, silent]
    // Twelve times what one may be behind who acknowledges, and three quarters of what one may be who doesn't.
    const messages = Math.floor((12 * MIB) / TEXT.length)
    await measureDelivery(talker, everyone, messages)
    expect(everyone.map(({ closed }) => closed)).toEqual(everyone.map(() => null))
    silent.close()
    const staying = [...fast, pinging, speaking]
    pinging.ping()
    speaking.sendEvent('chat.typing', {})
    await measureDelivery(talker, staying, messages)
    expect(staying.map(({ closed }) => closed)).toEqual(staying.map(() => null))
    for (const reader of staying) expect(reader.seqs).toEqual(inOrder(reader))
  })
})
