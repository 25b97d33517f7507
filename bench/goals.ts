import type { Name } from './contender.ts'
import { type Figures, quantile } from './measures/measure.ts'

/** What came out of a measure: each server's figures, round by round. */
export type Results = Record<string, Partial<Record<Name, Figures[]>>>

/** Something to be reached, and what was. */
export interface Goal {
  goal: string
  measured: number
  isReached: boolean
}

/** A figure, as the middle one of its rounds. */
export function figure(results: Results, measure: string, name: Name, key: string): number {
  return quantile(rounds(results, measure, name, key), 0.5)
}

function rounds(results: Results, measure: string, name: Name, key: string): number[] {
  return (results[measure]?.[name] ?? []).map((figures) => figures[key] ?? Number.NaN)
}

/** How a figure of ours stands to another's: the middle one of the rounds, each of which both have had in turn. */
function ratio(results: Results, measure: string, key: string, other: Name): number {
  const theirs = rounds(results, measure, other, key)
  const each = rounds(results, measure, 'app', key).map((ours, at) => ours / (theirs[at] ?? Number.NaN))
  return quantile(each, 0.5)
}

const PEERS: readonly Name[] = ['bare', 'party', 'socketio']

/** What is aimed at, as ratios in one run, and how it stands. What was not measured is left out. */
export function goals(results: Results): Goal[] {
  const all: Goal[] = []
  const atMost = (goal: string, measured: number, limit: number) =>
    all.push({ goal: `${goal}: at most ${limit}`, measured, isReached: measured <= limit })
  const atLeast = (goal: string, measured: number, limit: number) =>
    all.push({ goal: `${goal}: at least ${limit}`, measured, isReached: measured >= limit })
  const to = (measure: string, key: string, other: Name) => ratio(results, measure, key, other)

  atMost('talk, p50 to the bare object', to('talk', 'p50 ms', 'bare'), 1.15)
  atLeast('burst, messages a second to the bare object', to('burst', 'messages/s', 'bare'), 5)
  atLeast('burst, messages a second to socket.io', to('burst', 'messages/s', 'socketio'), 1)
  for (const size of [50, 500, 2_000]) {
    const measure = `fan-out-${size}`
    const of = (name: Name) => figure(results, measure, name, 'deliveries/s')
    const best = PEERS.reduce((one, other) => (of(other) > of(one) ? other : one))
    atLeast(
      `fan-out to ${size}, deliveries to the best peer (${best})`,
      to(measure, 'deliveries/s', best),
      1.5,
    )
    atMost(`fan-out to ${size}, CPU to the same`, to(measure, 'cpu s/100k', best), 0.6)
  }
  for (const size of [500, 2_000]) {
    atMost(`a lone message to ${size}, CPU to the bare object`, to(`lone-${size}`, 'cpu s/100k', 'bare'), 1.1)
  }
  atLeast('300 rooms, messages a second to the bare object', to('rooms', 'messages/s', 'bare'), 0.91)
  for (const [measure, how] of [
    ['joins', 'as a page joins'],
    ['joins-at-once', 'in one request'],
  ] as const) {
    atLeast(`joins a second to socket.io, ${how}`, to(measure, 'joins/s', 'socketio'), 1.4)
    atMost(`a join ${how}, CPU ms`, figure(results, measure, 'app', 'cpu ms each'), 0.48)
  }
  atMost('opening a room, p50 to the bare object', to('opening', 'p50 ms', 'bare'), 2)
  atMost('KiB a socket', figure(results, 'memory', 'app', 'KiB a socket'), 85)
  atMost('KiB a socket to the bare object', to('memory', 'KiB a socket', 'bare'), 1.1)
  const last = 'max ms to the last'
  atMost('ten thousand, ms until the last has a message', figure(results, 'crowd-10000', 'app', last), 2_000)
  return all.filter(({ measured }) => !Number.isNaN(measured))
}
