import type { ServerName } from './benchmark-server.ts'
import { type Figures, quantile } from './benchmarks/benchmark.ts'

/** The figures of each benchmark, by server, round by round. */
export type Results = Record<string, Partial<Record<ServerName, Figures[]>>>

/** A goal: a figure, or a ratio to another server in the same run, that is to stay within a limit. */
export interface Goal {
  name: string
  /** The limit in words: \`at most 1.1\`. */
  limit: string
  measured: number
  isMet: boolean
}

/** Returns the median of a figure over the rounds. */
export function medianFigure(results: Results, benchmark: string, server: ServerName, key: string): number {
  return quantile(roundFigures(results, benchmark, server, key), 0.5)
}

function roundFigures(results: Results, benchmark: string, server: ServerName, key: string): number[] {
  return (results[benchmark]?.[server] ?? []).map((figures) => figures[key] ?? Number.NaN)
}

/** Returns the median over the rounds of the app's figure, divided by another server's in the same round. */
function medianRatio(results: Results, benchmark: string, key: string, other: ServerName): number {
  const theirs = roundFigures(results, benchmark, other, key)
  const ratios = roundFigures(results, benchmark, 'app', key).map(
    (ours, at) => ours / (theirs[at] ?? Number.NaN),
  )
  return quantile(ratios, 0.5)
}

const PEERS: readonly ServerName[] = ['bare', 'partyserver', 'socketio']

/** Returns every goal and whether it is met. Leaves out what was not measured. */
export function checkGoals(results: Results): Goal[] {
  const goals: Goal[] = []
  const atMost = (name: string, measured: number, limit: number) =>
    goals.push({ name, limit: `at most ${limit}`, measured, isMet: measured <= limit })
  const atLeast = (name: string, measured: number, limit: number) =>
    goals.push({ name, limit: `at least ${limit}`, measured, isMet: measured >= limit })
  const ratio = (benchmark: string, key: string, other: ServerName) =>
    medianRatio(results, benchmark, key, other)
  const median = (benchmark: string, key: string, server: ServerName = 'app') =>
    medianFigure(results, benchmark, server, key)

  atMost('a lone message, p50 to the bare object', ratio('lone-message', 'p50 ms', 'bare'), 1.1)
  atMost('a lone message, CPU to the bare object', ratio('lone-message', 'cpu s/100k', 'bare'), 1.15)
  atLeast('32 in flight, messages/s to the bare object', ratio('in-flight', '32: messages/s', 'bare'), 5)
  atLeast('32 in flight, messages/s to socket.io', ratio('in-flight', '32: messages/s', 'socketio'), 1)
  for (const size of [50, 500, 2_000]) {
    const benchmark = `fan-out-${size}`
    for (const inFlight of [32, 8]) {
      const key = `${inFlight}: deliveries/s`
      const best = PEERS.reduce((one, other) =>
        median(benchmark, key, other) > median(benchmark, key, one) ? other : one,
      )
      const name = `fan-out to ${size}, ${inFlight} in flight`
      atLeast(`${name}, deliveries/s to the best peer (${best})`, ratio(benchmark, key, best), 1.5)
      if (inFlight === 32)
        atMost(`${name}, CPU to the same`, ratio(benchmark, `${inFlight}: cpu s/100k`, best), 0.6)
    }
  }
  for (const size of [500, 2_000]) {
    const name = `a lone message to ${size}, CPU to the bare object`
    atMost(name, ratio(`lone-broadcast-${size}`, 'cpu s/100k', 'bare'), 1.1)
  }
  atLeast('300 rooms, messages/s to the bare object', ratio('300-rooms', 'messages/s', 'bare'), 0.95)
  atMost('300 rooms, CPU to the bare object', ratio('300-rooms', 'cpu s/100k', 'bare'), 1.2)
  atLeast('joins/s as a page joins, to socket.io', ratio('joins', 'joins/s', 'socketio'), 1.2)
  atMost('bytes of the thousandth join as a page joins', median('joins', 'bytes of the last'), 3_000)
  atLeast('joins/s in one request, to socket.io', ratio('joins-by-socket', 'joins/s', 'socketio'), 1.4)
  atMost('bytes of the thousandth join in one request', median('joins-by-socket', 'bytes of the last'), 3_000)
  atMost('opening a room, p50 to the bare object', ratio('open-room', 'p50 ms', 'bare'), 2)
  atMost('KiB a socket', median('memory', 'KiB a socket'), 85)
  atMost('KiB a socket, to the bare object', ratio('memory', 'KiB a socket', 'bare'), 1.1)
  atMost('a message while ten send files, p99 to that without', median('files', 'p99 ratio'), 2)
  atMost(
    'a room of 10,000, ms until the last has a message',
    median('large-room', 'max ms to the last'),
    2_000,
  )
  return goals.filter(({ measured }) => !Number.isNaN(measured))
}
