/**
 * `npm run bench`: measures how fast the app is and what it costs, beside a bare Durable Object, partyserver, and
 * socket.io with Redis, in one run on this machine. `--only lone-message` runs one benchmark, `--server app` measures one
 * server, `--rounds 1` is quick, `--json` prints everything as JSON.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import workerd from 'workerd/package.json' with { type: 'json' }
import { type BenchmarkServer, SERVER_NAMES, startBenchmarkServer } from './benchmark-server.ts'
import { BENCHMARKS } from './benchmarks/all.ts'
import type { Figures } from './benchmarks/benchmark.ts'
import { countBilling } from './billing.ts'
import { checkGoals, type Results } from './goals.ts'
import type { GeneratorJob, GeneratorReport } from './load-generator.ts'
import { benchmarkTable, billingTable, goalTable } from './result-tables.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    only: { type: 'string', multiple: true },
    server: { type: 'string', multiple: true },
  },
})
const rounds = values.rounds === undefined ? null : Number(values.rounds)

/** Ends the run with a list of the known names where a given name is none of them. */
function checkOption(option: string, given: readonly string[] = [], known: readonly string[]): void {
  const wrong = given.find((name) => !known.includes(name))
  if (wrong === undefined) return
  process.stderr.write(`--${option} ${wrong}: unknown. Known: ${known.join(', ')}.\n`)
  process.exit(2)
}
checkOption('only', values.only, [...Object.keys(BENCHMARKS), 'billing'])
checkOption('server', values.server, SERVER_NAMES)
if (rounds !== null && !(rounds >= 1)) checkOption('rounds', [values.rounds ?? ''], ['1 or more'])

/** Milliseconds that one step of a benchmark may take, on a busy machine, too. The longest takes about one minute. */
const STEP_TIMEOUT_MS = 300_000

/** Resolves with the figures of each target. Prints each step, and fails where one of them does not end. */
function waitForFigures(generator: ChildProcess, benchmark: string): Promise<Figures[][]> {
  const { promise, resolve, reject } = Promise.withResolvers<Figures[][]>()
  let step = benchmark
  const timer = setTimeout(() => reject(new Error(`${step}: does not end`)), STEP_TIMEOUT_MS)
  generator.on('message', (report: GeneratorReport) => {
    if ('figures' in report) return resolve(report.figures)
    step = report.step
    timer.refresh()
    process.stderr.write(`${step}\n`)
  })
  generator.once('exit', () => reject(new Error(`${step}: failed`)))
  return promise.finally(() => clearTimeout(timer))
}

/** Runs one benchmark on fresh servers. */
async function runBenchmark(benchmark: string): Promise<Results[string]> {
  const servers: BenchmarkServer[] = []
  const generator = fork(join(import.meta.dirname, 'load-generator.ts'))
  try {
    const serverNames = BENCHMARKS[benchmark]?.servers ?? SERVER_NAMES
    for (const name of serverNames)
      if (values.server?.includes(name) ?? true) servers.push(await startBenchmarkServer(name))
    const targets = servers.map(({ stop: _, ...target }) => target)
    generator.send({ benchmark, targets, rounds } satisfies GeneratorJob)
    const figures = await waitForFigures(generator, benchmark)
    return Object.fromEntries(targets.map(({ name }, at) => [name, figures[at] ?? []]))
  } finally {
    generator.kill()
    for (const server of servers) await server.stop()
  }
}

const isWanted = (name: string) => values.only?.includes(name) ?? true
const print = (text: string) => {
  if (!values.json) process.stdout.write(`${text}\n\n`)
}

const results: Results = {}
for (const [benchmark, { title }] of Object.entries(BENCHMARKS)) {
  if (!isWanted(benchmark)) continue
  results[benchmark] = await runBenchmark(benchmark)
  print(benchmarkTable(`${benchmark}: ${title}`, benchmark, results))
}
const billing = isWanted('billing') ? await countBilling() : {}
if (isWanted('billing')) print(billingTable(billing))
const goals = checkGoals(results)
print(goalTable(goals))
if (values.json) {
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    node: process.version,
    workerd: workerd.version,
  }
  process.stdout.write(`${JSON.stringify({ machine, results, billing, goals }, null, 2)}\n`)
}
