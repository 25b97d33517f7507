/**
 * `npm run votes` runs it, too: measures how long a message takes from one participant to another while `--rate` (333) votes a
 * second are given in the room, and while none are, by turns. 333 a second are 10,000 people who vote within thirty seconds.
 * Of `--people` (60) ten sit at the room and ten at each relay.
 */
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startBenchmarkServer } from '../bench/benchmark-server.ts'
import { Person } from '../test/support/node-client.ts'
import type { TestConnection } from '../test/support/test-connection.ts'

/** Turns of each kind, and the messages of a turn. */
const TURNS = 4
const MESSAGES_A_TURN = 100
/** Milliseconds between two messages. */
const MESSAGE_EVERY = 90
const OPTIONS = Array.from({ length: 10 }, (_, at) => `Option ${at}`)

const { values } = parseArgs({
  options: { people: { type: 'string', default: '60' }, rate: { type: 'string', default: '333' } },
})
const people = Number(values.people)
const rate = Number(values.rate)
const print = (line: string) => process.stdout.write(`${line}\n`)

const server = await startBenchmarkServer('app', { relayAbove: '10' })
try {
  const host = new Person(server.origin)
  const roomId = await host.createRoom({ capacity: null, lifetime: 3_600 })
  const connections: TestConnection[] = [await host.joinAndConnect(roomId)]
  while (connections.length < people) connections.push(await new Person(server.origin).joinAndConnect(roomId))
  const poll = { text: 'Which one?', kind: 'poll', choice: 'one', options: OPTIONS }
  await host.postMessage(roomId, poll)
  // The two who came last sit at a relay.
  const [speaker, listener] = connections.slice(-2) as [TestConnection, TestConnection]

  const times: Record<'none' | 'votes', number[]> = { none: [], votes: [] }
  for (let turn = 0; turn < TURNS; turn += 1)
    for (const kind of ['none', 'votes'] as const) {
      const stop = new AbortController()
      const voting = kind === 'votes' ? keepVoting(connections, stop.signal) : null
      for (let number = 0; number < MESSAGES_A_TURN; number += 1) {
        times[kind].push(await timeMessage(speaker, listener, `${kind}-${turn}-${number}`))
        await wait(MESSAGE_EVERY)
      }
      stop.abort()
      const voted = await voting
      if (voted) print(`${Math.round(voted.given / voted.seconds)} votes a second were given`)
    }

  for (const [kind, all] of Object.entries(times))
    print(
      `with ${kind}: p50 ${quantileOf(all, 0.5).toFixed(1)} ms, p95 ${quantileOf(all, 0.95).toFixed(1)} ms`,
    )
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
