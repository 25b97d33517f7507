import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SECURITY_HEADERS } from '../../worker/http/headers.ts'
import { listServed, readHeaderRules } from './make-manifest.ts'
import { makeWaictManifest, WAICT_TYPE } from './waict.ts'
import { makeWebcatManifest, WEBCAT_ADDRESS } from './webcat.ts'

/** The manifest of WAICT never changes behind its address. */
const IMMUTABLE = 'public, max-age=31536000, immutable'

const POLICY = 'Content-Security-Policy'

/**
 * Adds what the drafts WAICT and WEBCAT read to a page that was built (docs/decisions/0042).
 * @param files what is served, by address; gets the manifest of WAICT. That of WEBCAT is for an owner to sign, and so is not listed.
 * @param headers the text of `_headers`
 * @param output the folder of the built page
 * @returns the text of `_headers`, with what the drafts ask for
 */
export function addDraftManifests(
  files: Map<string, Buffer>,
  headers: string,
  { output, version }: { output: string; version: string },
): string {
  const rules = readHeaderRules(headers)
  const served = listServed(files, rules)
  const documentPolicy = rules.find(({ path }) => path === '/*')?.headers[POLICY]
  const answerPolicy = SECURITY_HEADERS[POLICY]
  if (!documentPolicy || !answerPolicy) throw new Error(`_headers has no ${POLICY} for all`)
  const webcat = makeWebcatManifest(served, { version, documentPolicy, answerPolicy })
  // Where it is there already, its owner has signed it.
  if (!existsSync(join(output, WEBCAT_ADDRESS)))
    write(join(output, WEBCAT_ADDRESS), `${JSON.stringify(webcat, null, 1)}\n`)
  const waict = makeWaictManifest(served)
  write(join(output, waict.path), waict.body)
  files.set(waict.path, Buffer.from(waict.body))
  const documents = served.filter(({ path, type }) => type === 'text/html' && files.has(fileOf(path)))
  return [
    headers.trimEnd(),
    '',
    '# WAICT, a draft by which a browser can check what a server sends (docs/decisions/0042).',
    ...documents.flatMap(({ path }) => [path, `  Integrity-Policy-WAICT-v1: ${waict.header}`]),
    waict.path,
    `  Content-Type: ${WAICT_TYPE}`,
    `  Cache-Control: ${IMMUTABLE}`,
    '',
  ].join('\n')
}

/** The file of a document; those that the Worker serves under other addresses have none of that name. */
const fileOf = (path: string) => (path.endsWith('/') ? `${path}index.html` : `${path}.html`)

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
