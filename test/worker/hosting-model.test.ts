import fc from 'fast-check'
import { test } from 'vitest'
import { readRuns, readSeed } from '../support/seed.ts'
import { playSteps, roomKind, step } from './hosting-model-steps.ts'

// A failure prints its seed and the shortest steps that lead to it, as in model.test.ts.
const RUNS = readRuns(6)
/** Milliseconds that one run takes at most, on a machine that does much else beside it. */
const RUN_MAX = 15_000
const SEED = { seed: readSeed(20_261_127) }

const everything = fc.asyncProperty(
  roomKind,
  fc.array(step, { minLength: 40, maxLength: 100, size: 'max' }),
  playSteps,
)

test('whatever hosts and guests do, nobody outside learns anything, who may not speak is not heard, and somebody can govern', {
  timeout: RUNS * RUN_MAX,
}, async () => {
  const found = await fc.check(everything, { numRuns: RUNS, ...SEED })
  if (found.failed) throw new Error(fc.defaultReportMessage(found), { cause: found.errorInstance })
})
