import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { minify } from 'vite'
import { BUILD_MANIFEST_ADDRESS } from '../../protocol/build-manifest.ts'
import { LANGUAGES } from '../../protocol/languages.ts'
import { OUTPUT } from '../first-load.ts'
import { writeDescription } from '../openapi/write-description.ts'
import { addDraftManifests } from './add-draft-manifests.ts'
import { addIntegrity, allowImportMaps, readImportMap } from './add-integrity.ts'
import { buildLanguage } from './build-language.ts'
import { buildWorker } from './build-worker.ts'
import { listFiles } from './list-files.ts'
import { makeManifest } from './make-manifest.ts'
import { nameSource, readSource, type Source } from './read-source.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Says to the platform how files are served, and is not served itself. */
const HEADERS = '_headers'

/** What whoever runs a deployment has signed: a signature over what was built can't be a part of it. */
const OWNER = '.well-known/webcat/'

/** Runs before the first paint, and so is no module. */
const THEME = 'theme.js'

/** Reads all files for visitors that were built, by address, in the order of addresses. */
function readFiles(): Map<string, Buffer> {
  const paths = listFiles(OUTPUT).filter((path) => path !== HEADERS && !path.startsWith(OWNER))
  return new Map(paths.map((path) => [`/${path}`, readFileSync(join(OUTPUT, path))]))
}

/** Writes a file of the page, with the folders that it lies in. */
function writeServed(address: string, content: string | Buffer): void {
  const path = join(OUTPUT, address)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/**
 * Builds the page in all languages: their scripts and styles, and their documents, with the hashes of all that they load.
 * @returns the import maps of the documents, as text
 */
async function buildLanguages(source: Source): Promise<Set<string>> {
  const theme = readFileSync(join(OUTPUT, THEME))
  const maps = new Set<string>()
  // One after the other: each uses all cores, and what the first has made of the files the others need not make again.
  for (const language of LANGUAGES) {
    const { assets, files } = await buildLanguage(language)
    for (const [address, content] of assets) writeServed(address, content)
    const loaded = new Map([...assets, [`/${THEME}`, theme]])
    for (const [address, content] of files) {
      const isDocument = address.endsWith('.html')
      const file = isDocument ? addIntegrity(nameSource(content, source), loaded) : content
      if (isDocument) maps.add(readImportMap(file))
      writeServed(address, file)
    }
  }
  return maps
}

/**
 * Builds `client/` to `dist/client`: the page in all languages, the description of the API, and the manifest of all that. The same
 * commit makes the same bytes, wherever and whenever it is built (`test/system/same-build.test.ts`).
 * @param options.withWorker whether the manifest names the Worker, which takes a second
 */
export async function buildClient({ withWorker = true } = {}): Promise<void> {
  // A test runner, or somebody's shell, has another, and with it another page is built.
  process.env.NODE_ENV = 'production'
  rmSync(OUTPUT, { recursive: true, force: true })
  cpSync(join(ROOT, 'client/public'), OUTPUT, { recursive: true })
  // In a process of its own, on the other core. It wants the folder to be there, and none of what is in it.
  const worker = withWorker ? buildWorker('worker/index.ts', 'wrangler.toml', 'worker') : null
  const { code } = await minify(THEME, readFileSync(join(OUTPUT, THEME), 'utf8'))
  writeServed(THEME, code)
  const source = readSource(ROOT)
  const importMaps = await buildLanguages(source)
  writeDescription()
  const files = readFiles()
  const rules = allowImportMaps(readFileSync(join(OUTPUT, HEADERS), 'utf8'), importMaps)
  const headers = addDraftManifests(files, rules, { output: OUTPUT, version: source.version })
  writeServed(HEADERS, headers)
  const builtWorker = worker && readFileSync(await worker)
  const manifest = makeManifest(files, headers, source, builtWorker)
  writeServed(BUILD_MANIFEST_ADDRESS, `${JSON.stringify(manifest, null, 1)}\n`)
}
