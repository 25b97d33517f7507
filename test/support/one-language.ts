import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILD_MANIFEST_ADDRESS, BuildManifest } from '../../protocol/build-manifest.ts'
import { readImportMap } from '../../scripts/build/add-integrity.ts'
import { startTamperingProxy } from './tampering-proxy.ts'

const BUILT = join(import.meta.dirname, '../../dist/client')

/** The documents of one language. */
const DOCUMENTS = ['index.html', 'privacy.html', 'documents/room.html', 'documents/page.html']

/** A deployment of one language, which is checked in a tenth of the time: what is wrong is found among few files as among many. */
export interface OneLanguage {
  /** Such as `http://127.0.0.1:40123`. */
  origin: string
  /** Names the files of one language alone. */
  manifest: BuildManifest
  /** A folder with that manifest, as a build has it. */
  built: string
  stop(): void
}

/** Stands in front of a server that serves what was built here, with a manifest of one language. */
export async function serveOneLanguage(server: string): Promise<OneLanguage> {
  const manifest = pickLanguage(
    BuildManifest.parse(await (await fetch(server + BUILD_MANIFEST_ADDRESS)).json()),
  )
  const text = JSON.stringify(manifest)
  const built = mkdtempSync(join(tmpdir(), 'private-chat-one-language-'))
  writeFileSync(join(built, BUILD_MANIFEST_ADDRESS), text)
  const proxy = await startTamperingProxy(server)
  proxy.change = (answer, path) => {
    if (path === BUILD_MANIFEST_ADDRESS) answer.body = Buffer.from(text)
  }
  const stop = () => {
    proxy.close()
    rmSync(built, { recursive: true, force: true })
  }
  return { origin: proxy.origin, manifest, built, stop }
}

/** Leaves out what only other languages have. */
function pickLanguage(whole: BuildManifest): BuildManifest {
  const loaded = DOCUMENTS.flatMap((path) =>
    Object.keys(JSON.parse(readImportMap(readFileSync(join(BUILT, path), 'utf8'))).integrity),
  )
  const isOfOthers = (path: string) =>
    path.startsWith('/languages/') || (/^\/assets\/.*\.js$/.test(path) && !loaded.includes(path))
  const pick = <Line extends { path: string }>(lines: Line[]) => lines.filter(({ path }) => !isOfOthers(path))
  return { ...whole, files: pick(whole.files), headers: pick(whole.headers) }
}
