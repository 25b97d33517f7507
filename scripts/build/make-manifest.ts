import { createHash } from 'node:crypto'
import type { BuildManifest, HeaderRule, ServedFile } from '../../protocol/build-manifest.ts'
import { SECURITY_HEADERS } from '../../worker/http/headers.ts'
import { PAGE_ADDRESSES } from '../../worker/routes/page-addresses.ts'
import { contentTypeOf } from './content-type.ts'
import { parseHeaderRules } from './header-rules.ts'
import type { Source } from './read-source.ts'

/** Addresses at which the Worker serves a document, besides its own. */
const SERVED_AT: Readonly<Record<string, readonly string[]>> = {
  '/documents/page': PAGE_ADDRESSES,
  '/documents/room': ['/room/*'],
}

/** Describes some bytes. */
function describeBytes(content: Buffer): { sha256: string; size: number } {
  return { sha256: createHash('sha256').update(content).digest('hex'), size: content.byteLength }
}

/**
 * Reads the rules of `_headers` as the manifest has them.
 * @throws an error where a rule takes a header away, for which the manifest has no words
 */
export function readHeaderRules(text: string): HeaderRule[] {
  return parseHeaderRules(text).map(({ path, set, unset: [removed] }) => {
    if (removed !== undefined) throw new Error(`_headers takes ${removed} away, which no manifest can say`)
    return { path, headers: Object.fromEntries(set) }
  })
}

/** Returns the media type that a file is served with: the one that a rule sets, or else that of its ending. */
function mediaTypeOf(address: string, rules: readonly HeaderRule[]): string {
  const rule = rules.find(({ path, headers }) => path === address && 'Content-Type' in headers)
  const type = rule?.headers['Content-Type'] ?? contentTypeOf(address)
  return type.replace(/;.*/s, '')
}

/**
 * Lists what every address answers with, in the order of addresses.
 * @param files all that was built for visitors, by the address of their file: `/index.html`
 * @param rules those of `_headers`
 */
export function listServed(files: ReadonlyMap<string, Buffer>, rules: readonly HeaderRule[]): ServedFile[] {
  const served = [...files].flatMap(([address, content]): ServedFile[] => {
    const described = { ...describeBytes(content), type: mediaTypeOf(address, rules) }
    // The platform serves a document without its ending.
    const path = address.replace(/(?:index)?\.html$/, '')
    return [path, ...(SERVED_AT[path] ?? [])].map((path) => ({ path, ...described }))
  })
  return served.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The headers of documents at addresses that only the Worker knows, and of what it answers itself. */
function listWorkerRules(rules: readonly HeaderRule[]): HeaderRule[] {
  return [
    ...rules.flatMap((rule) => (SERVED_AT[rule.path] ?? []).map((path) => ({ ...rule, path }))),
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
