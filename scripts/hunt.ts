/**
 * `npm run hunt -- --minutes 30`: runs the tests that do things by chance, with a fresh seed each time, until one of them
 * fails or the time is over. Prints the seed that fails, and how to play it again.
 */

import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import process from 'node:process'
import { parseArgs } from 'node:util'

/** Rooms in which the model test plays, for each seed. */
const MODEL_RUNS = 30

const HUNTS = [
  {
    what: 'the model test',
    tests: ['--project', 'worker', '--project', 'relays', 'test/worker/model.test.ts'],
  },
  {
    what: 'the model test of hosts and guests',
    tests: [
      ...['--project', 'worker', '--project', 'relays', '--project', 'relayed'],
      'test/worker/hosting-model.test.ts',
    ],
  },
  { what: 'the properties of rules and texts', tests: ['--project', 'unit'] },
  { what: 'the model test of keys', tests: ['--project', 'worker', 'test/worker/keys-model.test.ts'] },
  { what: 'the chaos test', tests: ['--project', 'system', 'test/system/chaos.test.ts'] },
  {
    what: 'the crash tests',
    tests: [
      '--project',
      'system',
      'test/system/crash.test.ts',
      'test/system/account-crash.test.ts',
      'test/system/rotation-crash.test.ts',
    ],
  },
]

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const end = performance.now() + Number(values.minutes) * 60_000

let rounds = 0
while (performance.now() < end) {
  const seed = randomInt(2 ** 31)
  for (const { what, tests } of HUNTS) {
    if (performance.now() > end) break
    const from = performance.now()
    const env = { ...process.env, VITE_TEST_SEED: String(seed), VITE_TEST_RUNS: String(MODEL_RUNS) }
    const run = spawnSync('vitest', ['run', ...tests], { env, encoding: 'utf8', maxBuffer: 2 ** 28 })
    const seconds = Math.round((performance.now() - from) / 1_000)
    if (run.status !== 0) {
      process.stdout.write(`${run.stdout}\n${run.stderr}\n`)
      process.stdout.write(`seed ${seed}: ${what} fails after ${seconds} s. Once more:\n`)
      process.stdout.write(
        `VITE_TEST_SEED=${seed} VITE_TEST_RUNS=${MODEL_RUNS} npx vitest run ${tests.join(' ')}\n`,
      )
      process.exit(1)
    }
    process.stdout.write(`seed ${seed}: ${what} passes in ${seconds} s\n`)
  }
  rounds += 1
}
process.stdout.write(`nothing broke; ${rounds} seeds were tried to the end\n`)
