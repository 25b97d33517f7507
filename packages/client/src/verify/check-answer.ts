import type { BuildManifest, ServedFile } from '../../../../protocol/build-manifest.ts'
import type { Answer } from './fetch-answer.ts'
import { findInDocument, findInScript } from './find-references.ts'
import type { Finding } from './finding.ts'

/** Returns whether an address is the one that a manifest names, or one of those that begin like it. */
export function matchesPath(named: string, path: string): boolean {
  return named.endsWith('*') ? path.startsWith(named.slice(0, -1)) : named === path
}

/** Returns the file that a manifest lists for an address; the line that names it alone goes before one for many. */
export function findFile(manifest: BuildManifest, path: string): ServedFile | undefined {
  const files = manifest.files.filter((file) => matchesPath(file.path, path))
  return files.find((file) => file.path === path) ?? files[0]
}

/** Returns what is wrong with an answer that should be a file: its bytes or its type. */
export async function checkFile(answer: Answer, file: ServedFile): Promise<Finding[]> {
  const { path, headers, body } = answer
  const findings: Finding[] = []
  const actual = await digest(body)
  if (actual !== file.sha256) findings.push({ what: 'bytes', path, expected: file.sha256, actual })
  const type = readType(headers)
  // The same bytes are other text in another encoding.
  if (type !== file.type || !isUtf8(headers))
    findings.push({
      ...{ what: 'type', path, expected: file.type },
      actual: type === file.type ? (headers.get('content-type') ?? '') : type,
    })
  return findings
}

/** Headers with which a page loads something else, or leads elsewhere, whatever is in its file. */
const LEADING_ELSEWHERE = ['Refresh', 'Link', 'Speculation-Rules']

/** Returns which headers of an answer are missing, are not as the manifest says, or lead elsewhere. */
export function checkHeaders({ path, headers }: Answer, manifest: BuildManifest): Finding[] {
  // What the server answers itself passes no file server, whose rules are for all else. Of two rules the one that says more of
  // the address goes before the other.
  const isCall = (each: string) => each.startsWith('/api/')
  const rules = manifest.headers
    .filter((rule) => matchesPath(rule.path, path) && isCall(rule.path) === isCall(path))
    .sort((a, b) => a.path.length - b.path.length)
  const expected: Record<string, string> = Object.assign({}, ...rules.map((rule) => rule.headers))
  const wrong = Object.entries(expected).flatMap(([header, expected]): Finding[] => {
    const actual = headers.get(header)
    return actual === expected ? [] : [{ what: 'header', path, header, expected, actual }]
  })
  const added = LEADING_ELSEWHERE.flatMap((header): Finding[] => {
    const actual = header in expected ? null : headers.get(header)
    return actual === null ? [] : [{ what: 'added-header', path, header, actual }]
  })
  return [...wrong, ...added]
}

/** Returns what an answer loads, or runs, that the manifest does not list. */
export function checkReferences(answer: Answer, manifest: BuildManifest, origin: string): Finding[] {
  const { path } = answer
  const type = readType(answer.headers)
  const text = new TextDecoder().decode(answer.body)
  const references =
    type === 'text/html'
      ? findInDocument(text, origin + path)
      : type === 'text/javascript'
        ? findInScript(text, origin + path)
        : null
  if (references === null) return []
  const unlisted = references.addresses.filter((address) => findFile(manifest, address) === undefined)
  return [
    ...unlisted.map((refersTo): Finding => ({ what: 'unlisted', path, refersTo })),
    ...(references.hasInlineScript ? [{ what: 'inline-script', path } as const] : []),
  ]
}

/** The media type of an answer, without what follows the semicolon. */
function readType(headers: Headers): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  return type.trim().toLowerCase()
}

function isUtf8(headers: Headers): boolean {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^";]*)/i.exec(headers.get('content-type') ?? '') ?? []
  return charset.trim().toLowerCase() === 'utf-8'
}

async function digest(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', body))
  return Array.from(hash, (octet) => octet.toString(16).padStart(2, '0')).join('')
}
