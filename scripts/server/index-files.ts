import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding, FileIndex, IndexedFile } from '../../serve/file-index.ts'
import { matchPath, parseHeaders } from './parse-headers.ts'

/** What the platform says of our kinds of files. A new kind is an error of the build until it stands here. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Kinds that are packed already. */
const PACKED = new Set(['.png', '.webp', '.woff2'])

/** Settings of the platform, which are no files of the page. */
const SETTINGS = new Set(['_headers', '_redirects', '.assetsignore'])

/** Hexadecimal digits of a file's hash: 128 bits, as many as the platform takes. */
const ETAG_LENGTH = 32

const PACK: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
}

/**
 * Copies the page's files to a folder, packed as well where that makes them smaller, and lists what answers to which address.
 * @param from the built page
 * @param workerFirst paths that go to the Worker first, as in wrangler.toml
 */
export async function indexFiles(from: string, to: string, workerFirst: string[]): Promise<FileIndex> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !SETTINGS.has(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(from.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  const index: FileIndex = {
    workerFirst: workerFirst.map(matchPath),
    files: {},
    redirects: {},
    rules: parseHeaders(await readFile(join(from, '_headers'), 'utf8')),
  }
  const files = await Promise.all(names.map((name) => copyFile(name, from, to)))
  for (const file of files) {
    const [address, ...others] = addressesOf(file.name)
    index.files[address] = file
    for (const other of others) index.redirects[other] = address
  }
  return index
}

/** Returns the address of a file, and those that lead to it: a document has no `.html`, and an index is its folder. */
function addressesOf(name: string): [string, ...string[]] {
  const path = `/${name}`
  if (extname(path) !== '.html') return [path]
  const bare = path.slice(0, -'.html'.length)
  const folder = bare.endsWith('/index') ? bare.slice(0, -'index'.length) : null
  if (folder === null) return [bare, path, `${bare}/`, `${bare}/index`, `${bare}/index.html`]
  return folder === '/' ? ['/', '/index', path] : [folder, folder.slice(0, -1), `${folder}index`, path]
}

async function copyFile(name: string, from: string, to: string): Promise<IndexedFile> {
  const extension = extname(name)
  const contentType = CONTENT_TYPES[extension]
  if (contentType === undefined)
    throw new Error(
      `${name}: say the content type of ${extension || 'such files'} in ${import.meta.filename}`,
    )
  const bytes = await readFile(join(from, name))
  const path = join(to, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  const encodings: Encoding[] = []
  for (const encoding of PACKED.has(extension) ? [] : (['br', 'gzip'] as const)) {
    const packed = await PACK[encoding](bytes)
    if (packed.length >= bytes.length) continue
    await writeFile(`${path}.${encoding}`, packed)
    encodings.push(encoding)
  }
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, ETAG_LENGTH)}"`
  return { name, contentType, etag, encodings }
}
