import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build } from 'vite'
import type { offlineDocument } from '../../client/offline/offline-document.ts'
import type { Build } from '../../client/service-worker/app-cache.ts'
import { integrityOf } from './add-integrity.ts'

const CLIENT = join(import.meta.dirname, '../../client')

/** Characters of a hash in the name of a file, as many as Vite puts there. */
const HASH_LENGTH = 8

/** What the service worker of a language is made from. */
interface ServiceWorkerParts {
  /** The tag of the language. */
  tag: string
  dir: 'ltr' | 'rtl'
  /** Scripts and styles of the page in that language, by address. */
  assets: ReadonlyMap<string, Buffer>
  /** The document of the page. */
  index: string
  /** Makes the offline page, with the sentences of that language. */
  makeOfflineDocument: typeof offlineDocument
}

/**
 * Builds the service worker of a language, and its offline page.
 * @returns the files, by address. All but the service worker itself have their hash in their name.
 */
export async function buildServiceWorker({
  tag,
  dir,
  assets,
  index,
  makeOfflineDocument,
}: ServiceWorkerParts): Promise<Map<string, Buffer>> {
  const [style] = [...assets].filter(([path]) => path.endsWith('.css'))
  if (style === undefined) throw new Error('the page has no style')
  const script = nameByHash('offline', 'js', await bundle('offline/offline.ts'))
  const describe = ([path, content]: [string, Buffer]) => ({ path, integrity: integrityOf(content) })
  const html = makeOfflineDocument({
    lang: tag,
    dir,
    metas: readMetas(index),
    style: describe(style),
    script: describe(script),
  })
  const page = nameByHash('offline', 'html', html)
  // The platform serves a document without its ending.
  const document = page[0].replace(/\.html$/, '')
  const offline = {
    document,
    integrity: Object.fromEntries(
      [style, script, [document, page[1]] as [string, Buffer]].map((file) => {
        const { path, integrity } = describe(file)
        return [path, integrity]
      }),
    ),
  }
  const files = [...assets.keys(), ...Object.keys(offline.integrity)]
  const paths = [...new Set(files)].filter((path) => path.startsWith('/assets/')).sort()
  const name = hashOf(JSON.stringify([paths, offline]))
  const worker = await bundle('service-worker/service-worker.ts', { name, files: paths, offline })
  return new Map([script, page, [`/service-worker.${tag}.js`, Buffer.from(worker)]])
}

/** Bundles a script that is no module. */
async function bundle(entry: string, app?: Build): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: CLIENT,
    publicDir: false,
    define: app === undefined ? {} : { BUILD: JSON.stringify(app) },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry, formats: ['iife'], name: 'unused' },
    },
  })
  const [output] = Array.isArray(built) ? built : []
  const [chunk] = output?.output ?? []
  if (chunk?.type !== 'chunk') throw new Error(`${entry} is not one script`)
  return chunk.code
}

/** What the head of the page's document says of how it is shown. */
function readMetas(index: string): string {
  const metas =
    index.match(/<meta\s+(?:charset|name="(?:viewport|referrer|color-scheme|theme-color)")[^>]*>/g) ?? []
  const icons = index.match(/<link rel="icon"[^>]*>/g) ?? []
  return [...metas, ...icons].map((tag) => tag.replace(/\s+/g, ' ')).join('\n    ')
}

/** A file whose name has its hash: what is behind it never changes. */
function nameByHash(name: string, ending: string, content: string): [string, Buffer] {
  return [`/assets/${name}-${hashOf(content)}.${ending}`, Buffer.from(content)]
}

const hashOf = (content: string) =>
  createHash('sha256').update(content).digest('base64url').slice(0, HASH_LENGTH)
