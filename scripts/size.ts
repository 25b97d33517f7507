/**
 * `npm run size`: what a visitor downloads, from the built page, by following its imports. Prints gzip bytes and round trips, and
 * fails where they are over their budget: every script counts that the page loads, those inside the HTML included.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readImportMap } from './build/add-integrity.ts'
import { closure, findFirstLoads, importsOf, linkedIn, OUTPUT, read } from './first-load.ts'
import { countRoundTrips } from './round-trips.ts'

/**
 * Bytes, gzip. A lobby that opens at once on a bad line, and a room that follows within a second. Half a KiB of the room is
 * that it comes in two files: the first asks for the seat while the other is on its way, which saves a round trip. A newcomer
 * by a link loads no lobby, and soon after the room what nobody had to ask for.
 */
const BUDGET = { lobby: 15 * 1024, both: 50 * 1024, newcomer: 64 * 1024 }

/** Bytes, gzip, of all that the lobby's first word waits for: its document, its style, and the script of the theme. */
const FIRST_WORD_BUDGET = 16 * 1024

/** How often somebody waits for the line, one wait after the other, until the lobby can be used and a room shows what was said. */
const TRIPS = { lobby: 2, room: 4 }

/** A room's page asks for a seat once what enters it is here, and opens the connection with the answer. */
const ROOM_CALLS = 2
const ROOM_DOCUMENT = 'documents/room.html'

const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).byteLength

const html = read('index.html')
// Not the import map, which is no script: it counts as HTML.
const inline = [
  ...html.matchAll(/<script(?![^>]*\ssrc=|[^>]*\stype="importmap")[^>]*>([^<]+)<\/script>/g),
].map((match) => match[1] ?? '')
const { base, lobby, room, entry, newcomer } = findFirstLoads()
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
const tripsUntil = (document: string, needed: Set<string>) =>
  countRoundTrips(
    linkedIn(read(document), /<(?:script|link)[^>]*\s(?:src|href)="([^"]+\.js)"/g),
    needed,
    importsOf,
  )
for (const [name, trips] of [
  ['lobby', tripsUntil('index.html', lobby)],
  // What shows the room comes meanwhile.
  ['room', Math.max(tripsUntil(ROOM_DOCUMENT, entry) + ROOM_CALLS, tripsUntil(ROOM_DOCUMENT, room))],
] as const) {
  over ||= trips > TRIPS[name]
  print(`${name}: ${trips} round trips of ${TRIPS[name]}${trips > TRIPS[name] ? ': over budget' : ''}`)
}
const styles = linkedIn(html, /<link[^>]*\shref="([^"]+\.css)"/g)
const styleBytes = styles.reduce((sum, file) => sum + gzipped(read(file)), 0)
print(
  `styles: ${styleBytes} bytes, gzip; html: ${gzipped(html)} bytes, ${gzipped(readImportMap(html))} of them the hashes of scripts`,
)
const firstWordBytes = gzipped(html) + styleBytes + gzipped(read('theme.js'))
over ||= firstWordBytes > FIRST_WORD_BUDGET
print(
  `before the lobby's first word: ${firstWordBytes} bytes, gzip (${kib(firstWordBytes)} of ${kib(FIRST_WORD_BUDGET)})`,
)
if (over) process.exitCode = 1
