import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { BuildManifest, HeaderRule, ServedFile } from '../protocol/build-manifest.ts'
import { SECURITY_HEADERS } from '../worker/http/headers.ts'
import { PAGE_ADDRESSES } from '../worker/routes/page-addresses.ts'
import type { Source } from './read-source.ts'

/** The media type that the platform serves a file with. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
}

/** Addresses at which the Worker serves the lobby's document. */
const SAME_DOCUMENT = [...PAGE_ADDRESSES, '/room/*']

/** Describes some bytes. */
function describeBytes(content: Buffer): { sha256: string; size: number } {
  return { sha256: createHash('sha256').update(content).digest('hex'), size: content.byteLength }
}

/** Reads the rules of `_headers`: an address at the margin, and below it, indented, the headers of its answers. */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const line of text.split('\n')) {
    const [, name, value] = /^\s+([^:]+): (.+)$/.exec(line) ?? []
    const rule = rules.at(-1)
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} })
    else if (rule && name && value) rule.headers[name] = value
    else if (line !== '' && !line.startsWith('#'))
      throw new Error(`_headers has a line of no known kind: ${line}`)
  }
  return rules
}

/** Says with which media type a file is served: the one that a rule sets, or else that of its ending. */
function typeOf(address: string, rules: readonly HeaderRule[]): string {
  const rule = rules.find(({ path, headers }) => path === address && 'Content-Type' in headers)
  const type = rule?.headers['Content-Type'] ?? TYPES[extname(address)]
  if (type === undefined)
    throw new Error(
      `nothing says with which type ${address} is served: add its ending to scripts/make-manifest.ts`,
    )
  return type.replace(/;.*/s, '')
}

/**
 * Lists what every address answers with, in the order of addresses.
 * @param files all that was built for visitors, by the address of their file: `/index.html`
 * @param rules those of `_headers`
 */
export function listServed(files: ReadonlyMap<string, Buffer>, rules: readonly HeaderRule[]): ServedFile[] {
  const served = [...files].flatMap(([address, content]): ServedFile[] => {
    const described = { ...describeBytes(content), type: typeOf(address, rules) }
    // The platform serves a document without its ending.
    const path = address.replace(/(?:index)?\.html$/, '')
    const paths = path === '/' ? [path, ...SAME_DOCUMENT] : [path]
    return paths.map((path) => ({ path, ...described }))
  })
  return served.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The headers of documents at addresses that only the Worker knows, and of what it answers itself. */
function listWorkerRules(rules: readonly HeaderRule[]): HeaderRule[] {
  const document = rules.find(({ path }) => path === '/')
  return [
    ...(document ? SAME_DOCUMENT.map((path) => ({ ...document, path })) : []),
    { path: '/api/*', headers: { ...SECURITY_HEADERS, 'Cache-Control': 'no-store' } },
  ]
}

/**
 * Makes the build manifest.
 * @param files all that was built for visitors, by address: `/index.html`
 * @param headers the text of `_headers`, by which the platform serves them
 * @param source what it was built from
 * @param worker the built Worker, where there is one
 */
export function makeManifest(
  files: ReadonlyMap<string, Buffer>,
  headers: string,
  source: Source,
  worker: Buffer | null,
): BuildManifest {
  const rules = readHeaderRules(headers)
  return {
    format: 1,
    ...source,
    files: listServed(files, rules),
    headers: [...rules, ...listWorkerRules(rules)],
    worker: worker && describeBytes(worker),
  }
}
