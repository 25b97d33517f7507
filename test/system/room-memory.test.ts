import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { MESSAGE_RATE } from '../../protocol/limits.ts'
import { Person } from '../support/node-client.ts'
import { readWorkerdMemory } from '../support/process-memory.ts'
import { type Server, startServer } from '../support/server.ts'
import { openStalledSocket } from '../support/stalled-socket.ts'
import type { TestConnection } from '../support/test-connection.ts'

const MIB = 1_048_576
/** What one participant may add to the memory, MiB: without an end to it, the attacks below add 1,600 and more. */
const GROWN_MAX = 250
/** Milliseconds for which one attacks. */
const ATTACK_MS = 2_000

/** The longest text there may be; and one of which every character is written as six, in a frame of 64 KiB. */
const LONGEST = 'x'.repeat(16_384)
const ESCAPED = `x${'\u0001'.repeat(10_800)}`

let server: Server

beforeAll(async () => {
  server = await startServer()
})

afterAll(() => server?.stop())

/** A room in which five have sent all that one may send at once; one of them, and somebody else who only reads. */
async function makeFullRoom(
  text: string,
): Promise<{ path: string; connection: TestConnection; attacker: Person }> {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: 10 })
  await host.joinRoom(roomId)
  let attacker = host
  for (let speaker = 0; speaker < 5; speaker += 1) {
    attacker = new Person(server.origin)
    await attacker.joinRoom(roomId)
    const connection = await attacker.openConnection(roomId)
    for (let n = 1; n <= MESSAGE_RATE.burst; n += 1)
      connection.sendEvent('chat.message', { id: `m${n}`, text })
    const last = `m${MESSAGE_RATE.burst}`
    await connection.nextEvent('chat.message', 'what was said is not stored', ({ id }) => id === last)
    await connection.disconnect()
  }
  return { path: `/api/rooms/${roomId}`, connection: await host.openConnection(roomId), attacker }
}

let sent = 0

/** Sends one message after the other for so many milliseconds. @returns how long each took until it was received, in milliseconds */
async function measureRoundTrips(connection: TestConnection, ms: number): Promise<number[]> {
  const times: number[] = []
  for (const end = performance.now() + ms; performance.now() < end; ) {
    sent += 1
    const id = `said-${sent}`
    const from = performance.now()
    connection.sendEvent('chat.message', { id, text: 'hi' })
    await connection.nextEvent(
      'chat.message',
      'the room sends nothing any more',
      (message) => message.id === id,
    )
    times.push(performance.now() - from)
    // As often as one may send: a sender who is refused would measure nothing.
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return times
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.POSITIVE_INFINITY

/** Makes a call ten times at once, again and again, for half of the time of an attack. @returns how long messages took meanwhile */
async function measureBeside(call: () => Promise<unknown>, connection: TestConnection): Promise<number[]> {
  const until = performance.now() + ATTACK_MS / 2
  const calls = Array.from({ length: 10 }, async () => {
    while (performance.now() < until) await call()
  })
  const times = await measureRoundTrips(connection, ATTACK_MS / 2)
  await Promise.all(calls)
  return times
}

// They measure, on a machine that may do other things: twice more where a figure is off, and then it counts.
test('ten calls for history at once, again and again, neither fill the memory nor slow the others down', {
  retry: 2,
}, async () => {
  const { path, connection, attacker } = await makeFullRoom(LONGEST)
  const before = await readWorkerdMemory(server.storage)
  const statuses = new Set<number>()
  const askLittle = () => attacker.callApi('GET', `${path}/ttl`)
  const attack = async () =>
    statuses.add((await attacker.callApi('GET', `${path}/messages?after=0&limit=500`)).status)
  const [calm, attacked]: [number[], number[]] = [[], []]
  // In turns: whatever else the machine does, it does to both.
  for (let turn = 0; turn < 2; turn += 1) {
    calm.push(...(await measureBeside(askLittle, connection)))
    attacked.push(...(await measureBeside(attack, connection)))
  }
  expect([...statuses].sort()).toEqual([200, 429])
  expect(((await readWorkerdMemory(server.storage)) - before) / MIB).toBeLessThan(GROWN_MAX)
  // Here it is 1 at most, and where nobody is refused anything 20 to 30.
  expect(median(attacked) / median(calm)).toBeLessThan(4)
})

test('sockets by the hundred that read nothing do not fill the memory, though each closed one keeps its welcome', {
  retry: 2,
}, async () => {
  const { path, connection, attacker } = await makeFullRoom(ESCAPED)
  const before = await readWorkerdMemory(server.storage)
  const cookie = attacker.jar.cookieHeader(path)
  const upgrades = Array.from({ length: 160 }, async () => {
    const socket = await openStalledSocket(server.origin, `${path}/realtime?after=0`, cookie)
    onTestFinished(() => socket.destroy())
  })
  const opened = (await Promise.allSettled(upgrades)).filter(({ status }) => status === 'fulfilled').length
  expect(opened).toBeGreaterThan(12)
  expect(opened).toBeLessThan(100)
  await measureRoundTrips(connection, ATTACK_MS)
  expect(((await readWorkerdMemory(server.storage)) - before) / MIB).toBeLessThan(GROWN_MAX)
})
