import fc from 'fast-check'
import { afterEach, beforeEach, describe, test, vi } from 'vitest'
import { readRuns, readSeed } from '../support/seed.ts'
import { playSteps, roomKind, type Step, step } from './model-steps.ts'
import type { RoomKind } from './model-world.ts'

// A failure prints its seed and the shortest steps that lead to it. The steps of a fault that was found are kept below,
// under the name of what it was.
const RUNS = readRuns(8)
/** Milliseconds that one run takes at most, on a machine that does much else beside it. */
const RUN_MAX = 15_000
/** Milliseconds for the steps of one kept fault: the longest take four seconds, and more than twenty on a busy machine. */
const KEPT_MAX = 60_000
const SEED = { seed: readSeed(20_261_121) }

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})

afterEach(() => {
  vi.useRealTimers()
})

/** Plays the steps from this moment on; `random` decides all that is left to chance. */
function playStepsNow(kind: RoomKind, steps: readonly Step[], random: () => number): Promise<void> {
  vi.setSystemTime(performance.timeOrigin + performance.now())
  return playSteps(kind, steps, random)
}

const everything = fc.asyncProperty(
  roomKind,
  fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }),
  fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
  (kind, steps, chance) => playStepsNow(kind, steps, () => chance.next().value ?? 0),
)

test('whatever happens in a room, nothing that was promised is lost, doubled or out of order, and everyone agrees', {
  timeout: RUNS * RUN_MAX,
}, async () => {
  const found = await fc.check(everything, { numRuns: RUNS, ...SEED })
  if (found.failed) throw new Error(fc.defaultReportMessage(found), { cause: found.errorInstance })
})

const PLAIN: RoomKind = { capacity: 3, expiry: 'fixed', lifetime: 3_600, destroyBy: 'host' }

/** What went wrong once, or would be first to go wrong. */
const KEPT: { name: string; kind?: Partial<RoomKind>; steps: Step[] }[] = [
  {
    name: 'a message whose answer was lost is said again, and is there once',
    steps: [
      { do: 'join', who: 0 },
      { do: 'calm' },
      { do: 'hold', who: 0 },
      { do: 'send', who: 0, count: 3 },
      { do: 'ticks', count: 6 },
      { do: 'cut', who: 0 },
      { do: 'online', who: 0 },
      { do: 'release', who: 0 },
      { do: 'calm' },
    ],
  },
  {
    name: 'who sends a stored message again is answered with what is stored',
    steps: [
      { do: 'join', who: 0 },
      { do: 'calm' },
      { do: 'send', who: 0, count: 1 },
      { do: 'calm' },
      { do: 'resend', who: 0 },
      { do: 'calm' },
    ],
  },
  {
    name: 'two tabs that hold the same unsent messages send them once',
    steps: [
      { do: 'join', who: 0 },
      { do: 'join', who: 1 },
      { do: 'calm' },
      { do: 'offline', who: 1 },
      { do: 'send', who: 1, count: 4 },
      { do: 'duplicate', who: 1 },
      { do: 'online', who: 1 },
      { do: 'ticks', count: 4 },
      { do: 'evict', sockets: 'close' },
      { do: 'send', who: 1, tab: 1, count: 2 },
      { do: 'calm' },
    ],
  },
  {
    name: 'who missed more than a welcome holds has everything in the end, while others talk on',
    steps: [
      { do: 'join', who: 0 },
      { do: 'join', who: 1 },
      { do: 'calm' },
      // Without a first message there is no cursor, and it would come in like someone new.
      { do: 'send', who: 1, count: 1 },
      { do: 'calm' },
      { do: 'offline', who: 1 },
      { do: 'send', who: 0, count: 560 },
      // The room takes ten a second, and the client waits for each.
      ...Array.from({ length: 12 }, (): Step[] => [
        { do: 'pass', ms: 5_000 },
        { do: 'ticks', count: 100 },
      ]).flat(),
      { do: 'online', who: 1 },
      { do: 'ticks', count: 2 },
      { do: 'send', who: 0, count: 5 },
      { do: 'calm' },
    ],
  },
  {
    name: 'a page whose browser gave up its seat and took another sends nothing under the new one',
    steps: [
      { do: 'join', who: 0 },
      { do: 'calm' },
      { do: 'duplicate', who: 0 },
      { do: 'calm' },
      { do: 'hold', who: 0 },
      { do: 'send', who: 0, tab: 1, count: 1 },
      { do: 'ticks', count: 6 },
      { do: 'cut', who: 0 },
      { do: 'release', who: 0 },
      { do: 'leave', who: 0 },
      { do: 'join', who: 0 },
      { do: 'calm' },
      { do: 'online', who: 0 },
      { do: 'calm' },
    ],
  },
  {
    name: 'a sliding room that talking keeps alive is not ended by an alarm that is due',
    kind: { expiry: 'sliding', lifetime: 60 },
    steps: [
      { do: 'join', who: 0 },
      { do: 'pass', ms: 40_000 },
      { do: 'send', who: 0, count: 1 },
      { do: 'pass', ms: 40_000 },
      { do: 'alarm' },
      { do: 'evict', sockets: 'hibernate' },
      { do: 'alarm' },
      { do: 'send', who: 0, count: 1 },
      { do: 'calm' },
    ],
  },
  {
    name: 'a room whose time passed in its sleep is gone for those who slept through with it',
    kind: { lifetime: 60 },
    steps: [
      { do: 'join', who: 0 },
      { do: 'join', who: 1 },
      { do: 'send', who: 1, count: 2 },
      { do: 'calm' },
      { do: 'evict', sockets: 'hibernate' },
      { do: 'pass', ms: 70_000 },
      { do: 'send', who: 0, count: 1 },
      { do: 'restart' },
    ],
  },
]

describe('what was found before', () => {
  test.for(KEPT)('$name', { timeout: KEPT_MAX }, async ({ kind, steps }) => {
    let chance = 0
    await playStepsNow({ ...PLAIN, ...kind }, steps, () => {
      chance = (chance + 0.37) % 1
      return chance
    })
  })
})
