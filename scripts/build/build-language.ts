import { join } from 'node:path'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import solid from 'vite-plugin-solid'
import type * as DocumentParts from '../../client/app/document-parts.ts'
import { type Language, languagePath } from '../../protocol/languages.ts'
import page from '../../vite.config.ts'
import { addOtherStyles } from './add-other-styles.ts'
import { addPreloads } from './add-preloads.ts'
import { buildServiceWorker } from './build-service-worker.ts'
import { rememberTransforms } from './remember-transforms.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The page in one language. */
interface BuiltLanguage {
  /** Scripts and styles, by address. */
  assets: Map<string, Buffer>
  /** Documents and the like, by the address of their file. Documents load these assets. */
  files: Map<string, string>
}

/**
 * Builds the page in one language. What has no sentence in it is the same in all, and has the same name.
 * @param sentences the folder of that language
 */
export async function buildLanguage(
  language: Language,
  sentences = join(ROOT, 'client/i18n', language.folder),
): Promise<BuiltLanguage> {
  const resolve = { alias: [{ find: /^#i18n\//, replacement: `${sentences}/` }] }
  const assets = new Map<string, Buffer>()
  const scripts: Rolldown.OutputChunk[] = []
  let index = ''
  let otherStyles = ''
  for (const file of await buildInMemory({ ...page, resolve })) {
    const content = file.type === 'chunk' ? file.code : file.source
    if (file.type === 'chunk') scripts.push(file)
    if (/\/other-styles-[^/]*\.css$/.test(file.fileName)) otherStyles = file.fileName
    if (file.fileName === 'index.html') index = String(content)
    else assets.set(`/${file.fileName}`, Buffer.from(content))
  }
  const { makeLanguageFiles, offlineDocument, renderLobby } = await loadDocumentParts(resolve)
  const path = languagePath(language)
  const files = new Map<string, string>()
  const addLoads = (html: string, name: string) =>
    addOtherStyles(addPreloads(html, name, scripts), name, otherStyles)
  for (const [name, content] of Object.entries(makeLanguageFiles(index, language, renderLobby())))
    files.set(path + name, name.endsWith('.html') ? addLoads(content, name) : content)
  const makeOfflineDocument = offlineDocument
  const [address, worker] = await buildServiceWorker({ language, assets, index, makeOfflineDocument })
  return { assets, files: files.set(address, worker) }
}

/** Makes HTML of Solid's components. What it makes of a file is the same in every language. */
const toHtml = rememberTransforms(solid({ ssr: true, solid: { generate: 'ssr', hydratable: false } }))

/** What a page loads later is in no document. */
const notLater: Plugin = {
  name: 'not-later',
  resolveDynamicImport: (id) => ({ id: String(id), external: true }),
}

/** Builds what makes documents, with the sentences of one language, and loads it into this process. */
async function loadDocumentParts(resolve: InlineConfig['resolve']): Promise<typeof DocumentParts> {
  const built = await buildInMemory({
    root: ROOT,
    publicDir: false,
    resolve,
    plugins: [toHtml, notLater],
    // All of it in one file, which has no folder to load others from.
    ssr: { noExternal: true },
    // The machine that builds is no reader: numbers and dates are written as for whoever prefers no region.
    define: { 'navigator.languages': '[]' },
    build: { ssr: 'client/app/document-parts.ts', minify: false, target: 'es2024' },
  })
  const maker = built.find((file) => file.type === 'chunk')
  if (!maker) throw new Error('the build has nothing that makes documents')
  return import(`data:text/javascript,${encodeURIComponent(maker.code)}`)
}

/** Builds, and writes nothing to the disk. */
async function buildInMemory(config: InlineConfig): Promise<Rolldown.RolldownOutput['output']> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'warn',
    build: { ...config.build, write: false },
  })
  if (!('output' in built)) throw new Error('this build has more than one output')
  return built.output
}
