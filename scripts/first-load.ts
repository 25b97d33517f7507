import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Parts of the page that are loaded though nobody asked for them: they wait for nothing, and nothing waits for them. The
 * names of their files; what these import is not named. `test/browser/first-load.test.ts` holds that these are all.
 */
const LOADED_UNASKED = {
  lobby: ['after-load'],
  /** By somebody new who comes into an open room whose keys rotate, in which others are and something was said. */
  room: ['after-load', 'room-parts'],
}

/** Where the built page is. */
export const OUTPUT = join(import.meta.dirname, '../dist/client')

/** Reads a file of the built page. */
export const read = (file: string): string => readFileSync(join(OUTPUT, file), 'utf8')

/** Names of the scripts a built script imports: at once, or later by `import()`. */
export function importsOf(file: string): { now: string[]; later: string[] } {
  const source = read(file)
  const found = (pattern: RegExp) =>
    [...source.matchAll(pattern)].map((match) => new URL(match[1] ?? '', `file:///${file}`).pathname.slice(1))
  return {
    now: found(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g),
    later: found(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]\s*\)/g),
  }
}

/** `files` and all that they import at once. */
export function closure(files: Iterable<string>): Set<string> {
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

/** Files that a document links to. */
export function linkedIn(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map((match) => (match[1] ?? '').replace(/^\//, ''))
}

/** The scripts that are loaded first: by every page, and by lobby and room before anything can be done there. */
interface FirstLoads {
  base: Set<string>
  lobby: Set<string>
  room: Set<string>
  /** By a room, before it asks for a seat. */
  entry: Set<string>
  /** By the lobby, with all that nobody asked for. */
  visitor: Set<string>
  /** By somebody new who comes to a room by a link, with all that nobody asked for. */
  newcomer: Set<string>
}

/** Finds the scripts that are loaded first, in the built page. */
export function findFirstLoads(): FirstLoads {
  const base = closure(linkedIn(read('index.html'), /<script[^>]*\ssrc="([^"]+)"/g))
  const lobby = withParts(base, ['open-lobby'])
  const room = withParts(base, ['open-room', 'room-page'])
  return {
    base,
    lobby,
    room,
    entry: withParts(base, ['open-room']),
    visitor: withParts(lobby, LOADED_UNASKED.lobby),
    newcomer: withParts(room, LOADED_UNASKED.room),
  }
}
