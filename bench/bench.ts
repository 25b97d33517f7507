/**
 * `npm run bench`: what this costs and how fast it is, beside a bare Durable Object, partyserver, and socket.io with
 * Redis, on this machine and in one run. `--only talk` measures one thing, `--who app` one server, `--rounds 1` is
 * quick, `--json` prints everything as JSON.
 */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Contender, NAMES, start } from './contender.ts'
import type { Job } from './generator.ts'
import { MEASURES } from './measures/all.ts'
import { type Figures, quantile } from './measures/measure.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string', multiple: true },
    who: { type: 'string', multiple: true },
  },
})
const rounds = values.rounds === undefined ? null : Number(values.rounds)

/** Measures one thing on fresh servers. */
async function measured(measure: string): Promise<Record<string, Figures[]>> {
  const contenders: Contender[] = []
  const generator = fork(join(import.meta.dirname, 'generator.ts'))
  try {
    for (const name of NAMES) if (values.who?.includes(name) ?? true) contenders.push(await start(name))
    const targets = contenders.map(({ name, origin, pids }) => ({ name, origin, pids }))
    generator.send({ measure, targets, rounds } satisfies Job)
    const [figures] = await Promise.race([
      once(generator, 'message'),
      once(generator, 'exit').then(() => Promise.reject(new Error(`${measure} failed`))),
    ])
    return Object.fromEntries(targets.map(({ name }, at) => [name, figures[at]]))
  } finally {
    generator.kill()
    for (const contender of contenders) await contender.stop()
  }
}

for (const measure of Object.keys(MEASURES)) {
  if (values.only && !values.only.includes(measure)) continue
  const all = await measured(measure)
  for (const [name, list] of Object.entries(all)) {
    const keys = Object.keys(list[0] ?? {})
    process.stdout.write(
      `${measure.padEnd(14)} ${name.padEnd(9)} ${keys
        .map(
          (key) =>
            `${key} ${quantile(
              list.map((each) => each[key] ?? Number.NaN),
              0.5,
            ).toFixed(3)}`,
        )
        .join('  ')}\n`,
    )
  }
}
