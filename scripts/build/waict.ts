import { createHash } from 'node:crypto'
import type { ServedFile } from '../../protocol/build-manifest.ts'

/** Where manifests of WAICT are. Each has its hash in its name, because what is behind such an address never changes. */
const FOLDER = '/.well-known/waict/manifests'

/** Characters of a hash in an address: 128 bits. */
const HASH_LENGTH = 22

/** A manifest as WAICT's draft describes it, and the header that names it (docs/decisions/0042). */
export interface WaictManifest {
  path: string
  body: string
  /** Value of `Integrity-Policy-WAICT-v1`, for documents. */
  header: string
}

/** The media type that the draft asks for. */
export const WAICT_TYPE = 'application/waict-integrity-manifest'

/**
 * Makes the manifest of WAICT from that of the build. In report mode, and for no time: a browser that knows the draft
 * tells of what is not listed, blocks nothing, and asks for no proof from a public log, of which there is none.
 */
export function makeWaictManifest(files: readonly ServedFile[]): WaictManifest {
  const named = files.filter(({ path }) => !path.endsWith('*'))
  const hashes = Object.fromEntries(named.map(({ path, sha256 }) => [path, toBase64Url(sha256)]))
  // One of them is served at the address of every room, and no manifest can list those.
  const documents = files.filter(({ type }) => type === 'text/html').map(({ sha256 }) => toBase64Url(sha256))
  const manifest = { hashes, fallback_hashes: [...new Set(documents)].sort() }
  // A line for the manifest, and one for the proof.
  const body = `${JSON.stringify(manifest)}\n\n`
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, HASH_LENGTH)
  const path = `${FOLDER}/${hash}.json`
  return { path, body, header: `max-age=0, mode=report, manifest="${path}"` }
}

/** A hash as both drafts write it, from how the build's manifest does. */
export function toBase64Url(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url')
}
