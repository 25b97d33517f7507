import type { ServedFile } from '../../protocol/build-manifest.ts'
import { toBase64Url } from './waict.ts'

/** Where WEBCAT looks for a manifest. The bundle, which has signatures of whoever runs the deployment, is beside it. */
export const WEBCAT_ADDRESS = '/.well-known/webcat/manifest.json'

/** A manifest of WEBCAT before it is signed, as its command line signs it (docs/decisions/0042). */
export interface WebcatDocument {
  manifest: WebcatManifest
}

interface WebcatManifest {
  /** For people. */
  app: string
  version: string
  default_csp: string
  /** Policies of addresses that begin so. */
  extra_csp: Record<string, string>
  default_index: string
  default_fallback: string
  files: Record<string, string>
  wasm: string[]
}

/**
 * Makes the manifest that an owner signs for WEBCAT.
 * @param documentPolicy the policy that every file comes with
 * @param answerPolicy the one of what the server answers itself
 */
export function makeWebcatManifest(
  files: readonly ServedFile[],
  {
    version,
    documentPolicy,
    answerPolicy,
  }: { version: string; documentPolicy: string; answerPolicy: string },
): WebcatDocument {
  const named = files.filter(({ path }) => path !== '/' && !path.endsWith('*'))
  const lobby = files.find(({ path }) => path === '/')
  const room = files.find(({ path }) => path === '/room/*')
  if (!lobby || !room) throw new Error('the build has no document at / or of rooms')
  const manifest = {
    app: 'private-chat',
    version,
    default_csp: documentPolicy,
    extra_csp: { '/api/': answerPolicy },
    default_index: 'index.html',
    // It is served at every address that is not listed: of rooms, and of nothing.
    default_fallback: '/room.html',
    files: Object.fromEntries(
      [{ ...lobby, path: '/index.html' }, { ...room, path: '/room.html' }, ...named].map(
        ({ path, sha256 }) => [path, toBase64Url(sha256)],
      ),
    ),
    wasm: [],
  }
  return { manifest }
}
