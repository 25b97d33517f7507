import fc from 'fast-check'
import { describe, test } from 'vitest'
import { readRuns, readSeed } from '../support/seed.ts'
import { BEGINNING, playSteps, roomKind, type Step, step } from './hosting-model-steps.ts'
import type { RoomKind } from './hosting-model-world.ts'

// A failure prints its seed and the shortest steps that lead to it, as in model.test.ts.
const RUNS = readRuns(6)
/** Milliseconds that one run takes at most, on a machine that does much else beside it. */
const RUN_MAX = 15_000
/** Milliseconds after which no shorter steps are looked for: the shortest until then are told. */
const SHRINKING_MAX = (RUNS * RUN_MAX) / 2
const SEED = { seed: readSeed(20_261_127) }

const everything = fc.asyncProperty(
  roomKind,
  fc.array(step, { minLength: 40, maxLength: 100, size: 'max' }),
  (kind, steps) => playSteps(kind, [...BEGINNING, ...steps]),
)

test('whatever hosts and guests do, nobody outside learns anything, who may not speak is not heard, and somebody can govern', {
  timeout: RUNS * RUN_MAX,
}, async () => {
  const found = await fc.check(everything, { numRuns: RUNS, interruptAfterTimeLimit: SHRINKING_MAX, ...SEED })
  if (found.failed) throw new Error(fc.defaultReportMessage(found), { cause: found.errorInstance })
})

const PLAIN: RoomKind = {
  maker: 'host',
  capacity: 4,
  destroyBy: 'host',
  door: 'open',
  history: 'all',
  starts: 'now',
}

/** What chance seldom comes to. */
const KEPT: { name: string; kind?: Partial<RoomKind>; steps: Step[] }[] = [
  {
    name: 'a room whose last host left while nobody was connected is governed by whoever claims it',
    steps: [
      ...BEGINNING,
      { do: 'disconnect', who: 1 },
      { do: 'disconnect', who: 2 },
      { do: 'pass', ms: 15_000 },
      { do: 'leave', who: 0 },
      { do: 'evict', sockets: 'hibernate' },
    ],
  },
  {
    name: 'of two who claim at once in a room without a host one wins',
    steps: [
      ...BEGINNING,
      { do: 'disconnect', who: 0 },
      { do: 'pass', ms: 130_000 },
      {
        do: 'together',
        acts: [
          { do: 'claim', who: 1 },
          { do: 'claim', who: 2 },
        ],
      },
    ],
  },
  {
    name: 'a guest does not become host of a facilitator’s room, whoever is away, and the facilitator comes back to it',
    kind: { maker: 'facilitator', door: 'knock', history: 'from-join' },
    steps: [
      ...BEGINNING,
      { do: 'leave', who: 0 },
      { do: 'pass', ms: 130_000 },
      { do: 'claim', who: 1 },
      { do: 'evict', sockets: 'close' },
      { do: 'claim', who: 2 },
      { do: 'join', who: 3 },
      { do: 'admit', who: 0, whom: 3 },
      { do: 'join', who: 0 },
      { do: 'say', who: 0, by: 'http' },
    ],
  },
  {
    name: 'a room that waits for the second one does not begin to live with the first, whatever they do',
    kind: { starts: 'second' },
    steps: [
      { do: 'join', who: 0 },
      { do: 'connect', who: 0, query: '' },
      { do: 'say', who: 0, by: 'socket' },
      { do: 'pass', ms: 15_000 },
      { do: 'alarm' },
      { do: 'connect', who: 0, query: '?after=0' },
      { do: 'evict', sockets: 'hibernate' },
      { do: 'pass', ms: 15_000 },
      { do: 'alarm' },
      { do: 'say', who: 0, by: 'http' },
    ],
  },
]

describe('what chance seldom comes to', () => {
  test.for(KEPT)('$name', ({ kind, steps }) => playSteps({ ...PLAIN, ...kind }, steps))
})
