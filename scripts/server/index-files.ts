import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding, FileIndex, IndexedFile } from '../../serve/file-index.ts'
import { contentTypeOf } from '../build/content-type.ts'
import { parseHeaderRules } from '../build/header-rules.ts'
import { listFiles } from '../build/list-files.ts'

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
  const names = listFiles(from).filter((name) => !SETTINGS.has(basename(name)))
  const index: FileIndex = {
    workerFirst: workerFirst.map(matchPath),
    files: {},
    redirects: {},
    rules: parseHeaderRules(await readFile(join(from, '_headers'), 'utf8')).map(({ path, ...rule }) => ({
      pattern: matchPath(path),
      ...rule,
    })),
  }
  const files = await Promise.all(names.map((name) => copyFile(name, from, to)))
  for (const file of files) {
    const [address, ...others] = addressesOf(file.name)
    index.files[address] = file
    for (const other of others) index.redirects[other] = address
  }
  return index
}

/** Returns a regular expression for paths in which `*` stands for anything. */
function matchPath(path: string): string {
  return `^${path.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => (sign === '*' ? '.*' : `\\${sign}`))}$`
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
  return { name, contentType: contentTypeOf(name), etag, encodings }
}
