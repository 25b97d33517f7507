import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'vite'
import type { offlineDocument } from '../../client/offline/offline-document.ts'
import type { Build } from '../../client/service-worker/app-cache.ts'
import type { Language } from '../../protocol/languages.ts'
import { SECURITY_HEADERS } from '../../worker/http/headers.ts'
import { integrityOf } from './add-integrity.ts'

const CLIENT = join(import.meta.dirname, '../../client')

/** Characters of a hash in the name of a file, as many as Vite puts there. */
const HASH_LENGTH = 8

/** What the service worker of a language is made from. */
interface ServiceWorkerParts {
  language: Language
  /** Scripts and styles of the page in that language, by address. The script of the offline page is added. */
  assets: Map<string, Buffer>
  /** The document of the page. */
  index: string
  /** Makes the offline page, with the sentences of that language. */
  makeOfflineDocument: typeof offlineDocument
}

/**
 * Builds the service worker of a language, which has the offline page in it.
 * @returns its address and script. It is served from the root, or it would be in charge of a folder only.
 */
export async function buildServiceWorker({
  language,
  assets,
  index,
  makeOfflineDocument,
}: ServiceWorkerParts): Promise<[address: string, script: string]> {
  const [style] = [...assets]
    .filter(([path]) => path.endsWith('.css') && index.includes(` href="${path}"`))
    .map(describe)
  if (style === undefined) throw new Error('the page has no style')
  const code = Buffer.from(await bundle('offline/offline.ts'))
  const script = describe([`/assets/offline-${hashOf(code)}.js`, code])
  assets.set(script.path, code)
  const offline = {
    document: makeOfflineDocument({ language, index, style, script }),
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
    loads: [style.path, script.path],
  }
  const inOrder = [...assets].sort(([a], [b]) => (a < b ? -1 : 1))
  const files = Object.fromEntries(inOrder.map(([path, content]) => [path, integrityOf(content)]))
  const name = hashOf(JSON.stringify([files, offline]))
  const worker = await bundle('service-worker/service-worker.ts', { name, files, offline })
  return [`/service-worker.${language.tag}.js`, worker]
}

const describe = ([path, content]: [string, Buffer]) => ({ path, integrity: integrityOf(content) })

const hashOf = (content: string | Buffer) =>
  createHash('sha256').update(content).digest('base64url').slice(0, HASH_LENGTH)

/** Bundles a script that is no module. */
async function bundle(entry: string, app?: Build): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: CLIENT,
    publicDir: false,
    define: app === undefined ? {} : { BUILD: JSON.stringify(app) },
    // A script of this form may return something, which nobody asks for here.
    build: { write: false, target: 'es2023', lib: { entry, formats: ['iife'], name: 'unused' } },
  })
  const [output] = Array.isArray(built) ? built : []
  const [chunk] = output?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error(`${entry} is not one script`)
  return chunk.code
}
