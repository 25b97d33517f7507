import { createHash } from 'node:crypto'

/** What `script-src` is before a hash is added to it. */
const SCRIPTS = "script-src 'self'"

/** The hash of a file as browsers compare it. SHA-256, because a hash can't be compressed, and a document has one for each script. */
export function integrityOf(content: string | Buffer): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}

/** What loads modules. */
const MODULES = /<script type="module".*?<\/script>|<link rel="modulepreload"[^>]*>/gs

/** The import map in a document. */
const IMPORT_MAP = /<script type="importmap">(.*?)<\/script>/s

/** The import map of a document that has been through `addIntegrity`, as text. Throws where there is none. */
export function readImportMap(html: string): string {
  const [, map] = IMPORT_MAP.exec(html) ?? []
  if (map === undefined) throw new Error('a document has no import map')
  return map
}

/**
 * Lets a document load nothing but what was built: scripts and styles that it names have their hash beside them, and an import
 * map has the hashes of all that scripts import.
 * @param html the document as Vite built it
 * @param files what is served beside it, by address
 * @throws an error where the document loads something that is not there
 */
export function addIntegrity(html: string, files: ReadonlyMap<string, Buffer>): string {
  const pin = (attribute: string, address = '') => {
    const content = files.get(address)
    if (!content) throw new Error(`a document loads ${address}, which is not built`)
    return `${attribute} integrity="${integrityOf(content)}"`
  }
  const scripts = [...files].filter(([address]) => /^\/assets\/.*\.js$/.test(address))
  const integrity = Object.fromEntries(scripts.map(([address, content]) => [address, integrityOf(content)]))
  const map = `<script type="importmap">${JSON.stringify({ integrity })}</script>`
  // The map has to come before the first module, and is long: whatever else is loaded stands before it.
  const modules = html.match(MODULES) ?? []
  const ordered = html
    .replace(MODULES, '')
    .replace('</head>', () => `  ${[map, ...modules].join('\n    ')}\n  </head>`)
  return ordered
    .replace(/(?<=<script[^>]*)\ssrc="([^"]+)"/g, pin)
    .replace(/(?<=<link rel="(?:stylesheet|modulepreload)"[^>]*)\shref="([^"]+)"/g, pin)
}

/**
 * Allows the import maps of the documents, which are the only scripts inside them.
 * @param headers the text of `_headers`
 * @param maps the import maps, as text
 */
export function allowImportMaps(headers: string, maps: Iterable<string>): string {
  if (headers.split(SCRIPTS).length !== 2) throw new Error(`_headers doesn't have ${SCRIPTS} once`)
  return headers.replace(SCRIPTS, [SCRIPTS, ...Array.from(maps, (map) => `'${integrityOf(map)}'`)].join(' '))
}
