/**
 * `npm run bench`: what this costs and how fast it is, beside a bare Durable Object, partyserver, and socket.io with
 * Redis, on this machine and in one run. `--only talk` measures one thing, `--who app` one server, `--rounds 1` is
 * quick, `--json` prints everything as JSON.
 */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import workerd from 'workerd/package.json' with { type: 'json' }
import { bill } from './bill.ts'
import { type Contender, NAMES, start } from './contender.ts'
import type { Job } from './generator.ts'
import { goals, type Results } from './goals.ts'
import { MEASURES } from './measures/all.ts'
import { billTable, goalTable, measureTable } from './table.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string', multiple: true },
    who: { type: 'string', multiple: true },
  },
})
const rounds = values.rounds === undefined ? null : Number(values.rounds)

/** Says which names there are where one is none of them. */
function check(option: string, given: readonly string[] = [], known: readonly string[]): void {
  const wrong = given.find((name) => !known.includes(name))
  if (wrong === undefined) return
  process.stderr.write(`--${option} ${wrong}: there is no such thing. There are: ${known.join(', ')}.\n`)
  process.exit(2)
}
check('only', values.only, [...Object.keys(MEASURES), 'bill'])
check('who', values.who, NAMES)
if (rounds !== null && !(rounds >= 1)) check('rounds', [values.rounds ?? ''], ['1 or more'])

/** Measures one thing on fresh servers. */
async function measured(measure: string): Promise<Results[string]> {
  const contenders: Contender[] = []
  const generator = fork(join(import.meta.dirname, 'generator.ts'))
  try {
    const who = MEASURES[measure]?.who ?? NAMES
    for (const name of who) if (values.who?.includes(name) ?? true) contenders.push(await start(name))
    const targets = contenders.map(({ stop: _, ...target }) => target)
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

const wanted = (name: string) => values.only?.includes(name) ?? true
const say = (text: string) => {
  if (!values.json) process.stdout.write(`${text}\n\n`)
}

const results: Results = {}
for (const [measure, { what }] of Object.entries(MEASURES)) {
  if (!wanted(measure)) continue
  results[measure] = await measured(measure)
  say(measureTable(`${measure}: ${what}`, measure, results))
}
const billed = wanted('bill') ? await bill() : {}
if (wanted('bill')) say(billTable(billed))
const reached = goals(results)
say(goalTable(reached))
if (values.json) {
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    node: process.version,
    workerd: workerd.version,
  }
  process.stdout.write(`${JSON.stringify({ machine, results, bill: billed, goals: reached }, null, 2)}\n`)
}
