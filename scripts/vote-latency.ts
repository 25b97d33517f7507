/**
 * `npm run votes` runs it, too: measures how long a message takes from one participant to another while `--rate` (333) votes a
 * second are given in the room, and while none are, by turns. 333 a second are 10,000 people who vote within thirty seconds.
 * Of `--people` (60) ten sit at the room and ten at each relay. With a `--crowd` (0) of others who only read, as many sit at the room
 * and at each relay as ever, and those who vote among them. `--messages` (100) are sent in each turn, one every `--every` (90) milliseconds.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startBenchmarkServer } from '../bench/benchmark-server.ts'
import { Person } from '../test/support/node-client.ts'
import type { TestConnection } from '../test/support/test-connection.ts'

/** Turns of each kind. */
const TURNS = 4
/** Parts in which the crowd comes, each with some of those who vote behind it. */
const PARTS = 10
const OPTIONS = Array.from({ length: 10 }, (_, at) => `Option ${at}`)

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '60' },
    rate: { type: 'string', default: '333' },
    crowd: { type: 'string', default: '0' },
    messages: { type: 'string', default: '100' },
    every: { type: 'string', default: '90' },
  },
})
const people = Number(values.people)
const rate = Number(values.rate)
const crowd = Number(values.crowd)
const messagesATurn = Number(values.messages)
const messageEvery = Number(values.every)
const print = (line: string) => process.stdout.write(`${line}\n`)

const server = await startBenchmarkServer('app', { relayAbove: crowd > 0 ? undefined : '10' })
try {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  const connections: TestConnection[] = [await host.joinAndConnect(roomId)]
  const readers = fork(join(import.meta.dirname, 'vote-crowd.ts'), [server.origin, roomId])
  readers.on('exit', (code) => {
    if (code) throw new Error('the crowd is gone')
  })
  for (let part = 1; part <= PARTS; part += 1) {
    readers.send(Math.round(crowd / PARTS))
    await once(readers, 'message')
    while (connections.length < (people * part) / PARTS)
      connections.push(await new Person(server.origin).joinAndConnect(roomId))
  }
  const poll = { text: 'Which one?', kind: 'poll', choice: 'one', options: OPTIONS }
  await host.postMessage(roomId, poll)
  // The two who came last sit at a relay.
  const [speaker, listener] = connections.slice(-2) as [TestConnection, TestConnection]

  const times: Record<'none' | 'votes', number[]> = { none: [], votes: [] }
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const kind of ['none', 'votes'] as const) {
      const stop = new AbortController()
      const voting = kind === 'votes' ? keepVoting(connections, stop.signal) : null
      for (let number = 0; number < messagesATurn; number += 1) {
        times[kind].push(await timeMessage(speaker, listener, `${kind}-${turn}-${number}`))
        await wait(messageEvery)
      }
      stop.abort()
      const voted = await voting
      if (voted) print(`${Math.round(voted.given / voted.seconds)} votes a second were given`)
    }

  for (const [kind, all] of Object.entries(times))
    print(
      `with ${kind}: p50 ${quantileOf(all, 0.5).toFixed(1)} ms, p95 ${quantileOf(all, 0.95).toFixed(1)} ms`,
    )
  readers.disconnect()
  for (const quantile of [0.5, 0.95]) {
    const ratio = quantileOf(times.votes, quantile) / quantileOf(times.none, quantile)
    print(`p${quantile * 100} with votes, to that with none: ${ratio.toFixed(2)}`)
  }
} finally {
  await server.stop()
}

/** Milliseconds from sending a message until somebody else has it. */
async function timeMessage(speaker: TestConnection, listener: TestConnection, id: string): Promise<number> {
  const from = performance.now()
  speaker.sendMessage(id, 'a message of some twenty characters')
  await listener.nextEvent('chat.message', 'a message is missing', (message) => message.id === id)
  return performance.now() - from
}

/** Has everybody vote by turns, each time for another option, until it is stopped. */
async function keepVoting(
  voters: readonly TestConnection[],
  signal: AbortSignal,
): Promise<{ given: number; seconds: number }> {
  const from = performance.now()
  let given = 0
  while (!signal.aborted) {
    const due = ((performance.now() - from) / 1_000) * rate
    for (; given < due; given += 1) {
      const code = String(Math.floor(given / voters.length) % OPTIONS.length)
      voters[given % voters.length]?.sendEvent('chat.react', { seq: 1, code, on: true })
    }
    await wait(1)
  }
  return { given, seconds: (performance.now() - from) / 1_000 }
}

function quantileOf(all: readonly number[], quantile: number): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length * quantile)] ?? Number.NaN
}
