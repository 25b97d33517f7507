import { join } from 'node:path'
import { build, type InlineConfig, type Rolldown } from 'vite'
import type { makeLanguageFiles, offlineDocument } from '../../client/app/make-language-files.ts'
import { type Language, languagePath } from '../../protocol/languages.ts'
import page from '../../vite.config.ts'
import { buildServiceWorker } from './build-service-worker.ts'

const ROOT = join(import.meta.dirname, '../..')

/** The page in one language. */
interface BuiltLanguage {
  /** Scripts and styles, by address. */
  assets: Map<string, Buffer>
  /** Documents and the like, by the address of their file. Documents load these assets. */
  files: Map<string, string>
}

/** Builds the page in one language. What has no sentence in it is the same in all, and has the same name. */
export async function buildLanguage(language: Language): Promise<BuiltLanguage> {
  const sentences = `${join(ROOT, 'client/i18n', language.folder)}/`
  const resolve = { alias: [{ find: /^#i18n\//, replacement: sentences }] }
  const assets = new Map<string, Buffer>()
  let index = ''
  for (const file of await buildInMemory({ ...page, resolve })) {
    const content = file.type === 'chunk' ? file.code : file.source
    if (file.fileName === 'index.html') index = String(content)
    else assets.set(`/${file.fileName}`, Buffer.from(content))
  }
  const maker = await loadMaker(resolve)
  const made = maker.makeLanguageFiles(index, language)
  const path = languagePath(language)
  const files = new Map(Object.entries(made).map(([name, content]) => [path + name, content]))
  const makeOfflineDocument = maker.offlineDocument
  const [address, worker] = await buildServiceWorker({ language, assets, index, makeOfflineDocument })
  return { assets, files: files.set(address, worker) }
}

/** What makes documents, with the sentences of one language. */
interface Maker {
  makeLanguageFiles: typeof makeLanguageFiles
  offlineDocument: typeof offlineDocument
}

/** Builds what makes documents, and loads it into this process. */
async function loadMaker(resolve: InlineConfig['resolve']): Promise<Maker> {
  const [maker] = await buildInMemory({
    root: ROOT,
    publicDir: false,
    resolve,
    // The machine that builds is no reader: numbers and dates are written as for whoever prefers no region.
    define: { 'navigator.languages': '[]' },
    build: { ssr: 'client/app/make-language-files.ts', minify: false, target: 'es2024' },
  })
  if (maker?.type !== 'chunk') throw new Error('the build has nothing that makes documents')
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
