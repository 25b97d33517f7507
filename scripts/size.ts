/**
 * `npm run size`: what a visitor downloads, from the built page, by following its imports. Prints gzip bytes and fails
 * where the script is over its budget: every script counts that the page loads, those inside the HTML included.
 */

import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { LOADED_UNASKED } from './first-load.ts'

/**
 * Bytes, gzip. A lobby that opens at once on a bad line, and a room that follows within a second. A newcomer by a link loads
 * no lobby, and soon after the room what nobody had to ask for.
 */
const BUDGET = { lobby: 15 * 1024, both: 42 * 1024, newcomer: 49 * 1024 }

const OUTPUT = join(import.meta.dirname, '../dist/client')
const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).byteLength
const read = (file: string): string => readFileSync(join(OUTPUT, file), 'utf8')

/** Names of the scripts a built script imports: at once, or later by `import()`. */
function importsOf(file: string): { now: string[]; later: string[] } {
  const source = read(file)
  const found = (pattern: RegExp) =>
    [...source.matchAll(pattern)].map((match) => new URL(match[1] ?? '', `file:///${file}`).pathname.slice(1))
  return {
    now: found(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g),
    later: found(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]\s*\)/g),
  }
}

/** `files` and all that they import at once. */
function closure(files: Iterable<string>): Set<string> {
  const all = new Set<string>()
  const waiting = [...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (all.has(file)) continue
    all.add(file)
    waiting.push(...importsOf(file).now)
  }
  return all
}

/** The part that one of `files` loads later and whose file is named for it. */
function partNamed(name: string, files: Iterable<string>): string[] {
  const later = [...files].flatMap((file) => importsOf(file).later)
  return later.filter((file) => basename(file).startsWith(`${name}-`))
}

/** `files`, and the parts of these names that they load, or that another of these parts loads. */
function withParts(files: Set<string>, names: readonly string[]): Set<string> {
  const all = new Set(files)
  for (const name of names) for (const file of closure(partNamed(name, all))) all.add(file)
  return all
}

const html = read('index.html')
const linked = (pattern: RegExp) =>
  [...html.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/^\//, ''))
const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([^<]+)<\/script>/g)].map(
  (match) => match[1] ?? '',
)

const base = closure(linked(/<script[^>]*\ssrc="([^"]+)"/g))
const room = withParts(base, ['room-page'])
const lobby = withParts(base, ['lobby-page'])
const both = new Set([...lobby, ...room])
/** What is loaded by somebody new who comes by a link: unlike the two above with all that nobody asked for. */
const newcomer = withParts(room, LOADED_UNASKED.room)

// A budget that counts nothing always holds: report that instead.
if (base.size === 0) throw new Error('dist/client/index.html loads no script: run `npm run build` first')

const sizeOf = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipped(readFileSync(join(OUTPUT, file))), 0) +
  inline.reduce((sum, script) => sum + gzipped(script), 0)

const print = (line: string) => process.stdout.write(`${line}\n`)
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(2)} KiB`

for (const file of both) {
  const where = lobby.has(file) ? 'lobby' : 'room'
  print(`  ${where.padEnd(6)} ${kib(gzipped(readFileSync(join(OUTPUT, file)))).padStart(10)}  ${file}`)
}
// Loaded once the page stands, behind a click, or at another address: the first are counted for a newcomer, the others shown.
const onDemand = closure([...both].flatMap((file) => importsOf(file).later))
for (const file of onDemand) {
  const when = newcomer.has(file) ? 'next' : 'later'
  if (!both.has(file))
    print(`  ${when.padEnd(6)} ${kib(gzipped(readFileSync(join(OUTPUT, file)))).padStart(10)}  ${file}`)
}
let over = false
for (const [name, bytes, budget] of [
  ['lobby', sizeOf(lobby), BUDGET.lobby],
  ['lobby and room', sizeOf(both), BUDGET.both],
  ['newcomer, with what follows unasked', sizeOf(newcomer), BUDGET.newcomer],
] as const) {
  over ||= bytes > budget
  print(
    `${name}: ${bytes} bytes of script, gzip (${kib(bytes)} of ${kib(budget)})${bytes > budget ? ': over budget' : ''}`,
  )
}
const styles = linked(/<link[^>]*\shref="([^"]+\.css)"/g)
print(
  `styles: ${styles.reduce((sum, file) => sum + gzipped(read(file)), 0)} bytes, gzip; html: ${gzipped(html)} bytes`,
)
if (over) process.exitCode = 1
