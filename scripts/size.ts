/**
 * `npm run size`: what a visitor downloads, from the built page, by following its imports. Prints gzip bytes and fails
 * where the script is over its budget: every script counts that the page loads, those inside the HTML included.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readImportMap } from './build/add-integrity.ts'
import { closure, findFirstLoads, importsOf, linkedIn, OUTPUT, read } from './first-load.ts'

/**
 * Bytes, gzip. A lobby that opens at once on a bad line, and a room that follows within a second. Half a KiB of the room is
 * that it comes in two files: the first asks for the seat while the other is on its way, which saves a round trip. A newcomer
 * by a link loads no lobby, and soon after the room what nobody had to ask for.
 */
const BUDGET = { lobby: 15 * 1024, both: 49 * 1024, newcomer: 62 * 1024 }

const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).byteLength

const html = read('index.html')
// Not the import map, which is no script: it counts as HTML.
const inline = [
  ...html.matchAll(/<script(?![^>]*\ssrc=|[^>]*\stype="importmap")[^>]*>([^<]+)<\/script>/g),
].map((match) => match[1] ?? '')
const { base, lobby, room, newcomer } = findFirstLoads()
const both = new Set([...lobby, ...room])

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
const styles = linkedIn(html, /<link[^>]*\shref="([^"]+\.css)"/g)
print(
  `styles: ${styles.reduce((sum, file) => sum + gzipped(read(file)), 0)} bytes, gzip; html: ${gzipped(html)} bytes, ` +
    `${gzipped(readImportMap(html))} of them the hashes of scripts`,
)
if (over) process.exitCode = 1
