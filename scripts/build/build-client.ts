import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, minify } from 'vite'
import { BUILD_MANIFEST_ADDRESS } from '../../protocol/build-manifest.ts'
import { OUTPUT } from '../first-load.ts'
import { writeDescription } from '../openapi/write-description.ts'
import { addDraftManifests } from './add-draft-manifests.ts'
import { addIntegrity, allowImportMap, readImportMap } from './add-integrity.ts'
import { buildWorker } from './build-worker.ts'
import { listFiles } from './list-files.ts'
import { makeManifest } from './make-manifest.ts'
import { nameSource, readSource } from './read-source.ts'

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

/**
 * Builds `client/` to `dist/client`: the page, the description of the API, the hashes in documents, and the manifest of all that. The same
 * commit makes the same bytes, wherever and whenever it is built (`test/system/same-build.test.ts`).
 * @param options.withWorker whether the manifest names the Worker, which takes a second
 */
export async function buildClient({ withWorker = true } = {}): Promise<void> {
  // A test runner, or somebody's shell, has another, and with it another page is built.
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'warn' })
  writeDescription()
  const source = readSource(ROOT)
  // Vite copies what is in `client/public` as it is.
  const { code } = await minify(THEME, readFileSync(join(OUTPUT, THEME), 'utf8'))
  writeFileSync(join(OUTPUT, THEME), code)
  const files = readFiles()
  let headers = readFileSync(join(OUTPUT, HEADERS), 'utf8')
  let importMap = ''
  for (const [address, content] of files) {
    if (!address.endsWith('.html')) continue
    const document = addIntegrity(nameSource(content.toString(), source), files)
    importMap = readImportMap(document)
    files.set(address, Buffer.from(document))
    writeFileSync(join(OUTPUT, address), document)
  }
  headers = addDraftManifests(files, allowImportMap(headers, importMap), {
    output: OUTPUT,
    version: source.version,
  })
  writeFileSync(join(OUTPUT, HEADERS), headers)
  const worker = withWorker ? readFileSync(buildWorker('worker/index.ts', 'wrangler.toml', 'worker')) : null
  const manifest = makeManifest(files, headers, source, worker)
  writeFileSync(join(OUTPUT, BUILD_MANIFEST_ADDRESS), `${JSON.stringify(manifest, null, 1)}\n`)
}
