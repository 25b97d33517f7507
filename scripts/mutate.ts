/**
 * Changes one thing at a time in the code and sees whether a unit test fails: `npm run mutate -- --minutes 20`. What no
 * test notices is printed. Mutants are tried in an order by chance (`--seed`), in a copy of the project, until all are
 * tried or the time is over; files can be named, otherwise the rules, the protocol and the client's network are tried.
 */

import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, globSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { type Mutant, mutantsOf } from './mutants.ts'

const ROOT = join(import.meta.dirname, '..')
const COPY = join(ROOT, '.cache', process.env.MUTATE_COPY ?? 'mutate')
const DEFAULT_FILES = ['worker/room/rules/*.ts', 'protocol/*.ts', 'client/net/*.ts']
/** Numbers, sentences and a table alone: what they are is decided, not tested. */
const NO_CODE = [
  'protocol/account-limits.ts',
  'protocol/answers.ts',
  'protocol/connection-limits.ts',
  'protocol/file-limits.ts',
  'protocol/key-limits.ts',
  'protocol/limits.ts',
  'protocol/refusal-sentence.ts',
  'client/net/connection-timeouts.ts',
]
/** Milliseconds after which a mutant is in a loop without end, and so noticed. */
const LOOP_AFTER = 45_000
/** Tests that are run for a mutant, at most: the nearest ones. */
const TESTS_MAX = 12

/** Reads the files that a file imports, by their paths. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g)].map(([, path = '']) =>
    resolve('/', dirname(file), path).slice(1),
  )
}

/** The unit tests that import a file, directly or not: nearest first. */
function makeTestFinder(): (file: string) => string[] {
  const all = globSync('{protocol,worker,client,test/support}/**/*.{ts,tsx}', { cwd: ROOT })
  const importers = new Map<string, string[]>()
  for (const file of all) {
    for (const imported of importsOf(file))
      importers.set(imported, [...(importers.get(imported) ?? []), file])
  }
  return (file) => {
    const seen = new Set([file])
    for (const each of seen) for (const importer of importers.get(each) ?? []) seen.add(importer)
    return [...seen].filter((each) => /\.test\.tsx?$/.test(each)).slice(0, TESTS_MAX)
  }
}

function copyProject(): void {
  rmSync(COPY, { recursive: true, force: true })
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  })
  for (const file of listed.toString().trim().split('\n')) {
    if (existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(COPY, file))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'))
}

let runner: ChildProcess | null = null

/** Runs tests in the copy. @returns those that fail; null where they never end */
async function runTests(file: string, tests: string[]): Promise<string[] | null> {
  runner ??= fork(join(import.meta.dirname, 'mutate-runner.ts'), {
    cwd: COPY,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  runner.send({ file: join(COPY, file), tests: tests.map((test) => join(COPY, test)) })
  const over = new AbortController()
  const { signal } = over
  const answer = await Promise.race([
    once(runner, 'message', { signal }).then(([failed]): string[] => failed),
    once(runner, 'exit', { signal }).then(() => null),
    setTimeout(LOOP_AFTER, null, { signal }),
  ]).finally(() => over.abort())
  if (answer === null) stopRunner()
  return answer
}

function stopRunner(): void {
  runner?.kill('SIGKILL')
  runner = null
}

/** Puts the mutants into an order that a seed decides. */
function shuffle(mutants: Mutant[], seed: number): Mutant[] {
  let state = seed >>> 0
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return mutants
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
})
const patterns = positionals.length > 0 ? positionals : DEFAULT_FILES
const files = globSync(patterns, { cwd: ROOT }).filter(
  (file) => !/\.test\.tsx?$/.test(file) && !NO_CODE.includes(file),
)
copyProject()
const testsOf = makeTestFinder()
const untested = files.filter((file) => testsOf(file).length === 0)
const mutants = files
  .filter((file) => !untested.includes(file))
  .flatMap((file) => mutantsOf(file, readFileSync(join(COPY, file), 'utf8')))
for (const file of files.filter((each) => !untested.includes(each))) {
  const failed = await runTests(file, testsOf(file))
  if (failed?.length !== 0) throw new Error(`without a mutant of ${file} there fail ${failed ?? 'all'}`)
}
const end = performance.now() + Number(values.minutes) * 60_000
const survivors: Mutant[] = []
let tried = 0
for (const mutant of shuffle(mutants, Number(values.seed))) {
  if (performance.now() > end) break
  const original = readFileSync(join(COPY, mutant.file), 'utf8')
  writeFileSync(
    join(COPY, mutant.file),
    original.slice(0, mutant.start) + mutant.replacement + original.slice(mutant.end),
  )
  const failed = await runTests(mutant.file, testsOf(mutant.file))
  writeFileSync(join(COPY, mutant.file), original)
  tried += 1
  if (tried % 50 === 0) process.stderr.write(`${tried} tried, ${survivors.length} not noticed\n`)
  if (failed?.length !== 0) continue
  survivors.push(mutant)
  const line = original.slice(0, mutant.start).split('\n').length
  process.stdout.write(
    `${mutant.file}:${line}  ${original.slice(mutant.start, mutant.end)}  ->  ${mutant.replacement}\n`,
  )
}
stopRunner()
const noticed = tried - survivors.length
process.stdout.write(
  `${noticed} of ${tried} mutants noticed (${((100 * noticed) / tried).toFixed(1)} %); there are ${mutants.length} in all\n`,
)
if (untested.length > 0) process.stdout.write(`no unit test imports ${untested.join(', ')}\n`)
