import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BuildManifest } from '../../protocol/build-manifest.ts'
import { LANGUAGES } from '../../protocol/languages.ts'
import { integrityOf, readImportMap } from '../../scripts/build/add-integrity.ts'
import { PAGE_ADDRESSES } from '../../worker/routes/page-addresses.ts'
import { copyProject } from '../support/copy-project.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The page as it was built here, before the tests. */
const BUILT = join(ROOT, 'dist/client')
const PLACES = join(ROOT, '.cache/places')
/** Where it is built once more. */
const ELSEWHERE = join(PLACES, 'another place/further down')
/** Sets the clock to another day. */
const ANOTHER_DAY = `--import=${pathToFileURL(join(import.meta.dirname, '../support/another-day.mjs'))}`

/** What the environment has there: none of it may be seen in what is built. */
const ANOTHER_ENVIRONMENT = {
  TZ: 'Pacific/Auckland',
  LANG: 'tr_TR.UTF-8',
  NODE_ENV: 'test',
  NODE_OPTIONS: ANOTHER_DAY,
}

/** All files of a folder, by path. */
function readFolder(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  )
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]))
}

const hash = (content: Buffer | undefined) =>
  createHash('sha256')
    .update(content ?? '')
    .digest('hex')

/** Milliseconds for a build, on a machine that is busy with other tests: alone it takes 9 s. */
const BUILT_WITHIN = 180_000

/** Lets the other build learn the commit: it is no repository, and from the commit alone it would not learn of changes. */
function nameSource(): Record<string, string> {
  const { commit, changed } = readManifest(readFileSync(join(BUILT, 'build.json')))
  if (!changed) return { COMMIT: commit ?? '' }
  return {
    GIT_DIR: execFileSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: ROOT, encoding: 'utf8' }).trim(),
  }
}

const readManifest = (content: Buffer | undefined) => BuildManifest.parse(JSON.parse(`${content ?? ''}`))

let files = new Map<string, Buffer>()
let manifest: BuildManifest
beforeAll(async () => {
  copyProject(ELSEWHERE)
  await promisify(execFile)(process.execPath, ['scripts/build.ts'], {
    cwd: ELSEWHERE,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...nameSource(), ...ANOTHER_ENVIRONMENT },
  })
  files = readFolder(join(ELSEWHERE, 'dist/client'))
  manifest = readManifest(files.get('build.json'))
}, BUILT_WITHIN)
afterAll(() => rmSync(PLACES, { recursive: true, force: true }))

test('two builds in different folders are the same, byte for byte, and so is the Worker', () => {
  const list = (all: Map<string, Buffer>) => [...all].map(([path, content]) => `${hash(content)} ${path}`)
  expect(list(files), 'another build than dist/client, or that is older: npm run build').toEqual(
    list(readFolder(BUILT)),
  )
  expect(hash(readFileSync(join(ELSEWHERE, '.cache/worker/index.js')))).toBe(manifest.worker?.sha256)
})

test('the manifest names the commit, and every file with its hash, in order', () => {
  expect(manifest).toMatchObject({
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    changed: expect.any(Boolean),
    version: expect.stringMatching(/^\d/),
  })
  const served = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  expect([...served.keys()]).toEqual([...served.keys()].sort())
  const pages = {
    '/': 'index.html',
    '/privacy': 'privacy.html',
    '/room/*': 'documents/room.html',
    '/documents/room': 'documents/room.html',
    ...Object.fromEntries(
      [...PAGE_ADDRESSES, '/documents/page'].map((address) => [address, 'documents/page.html']),
    ),
  }
  for (const [page, file] of Object.entries(pages))
    expect([page, served.get(page)]).toEqual([page, hash(files.get(file))])
  // What the platform reads, what can't name its own hash, what an owner may sign, and the documents.
  const unlisted = /^(_headers|build\.json|\.well-known\/webcat\/.*|.*\.html)$/
  const others = [...files].filter(([path]) => !unlisted.test(path))
  for (const [path, content] of others) expect([path, served.get(`/${path}`)]).toEqual([path, hash(content)])
  // Those of other languages are where only the server asks for them, so that each can be compared.
  const translated = [...files].filter(([path]) => /^languages\/.*\.html$/.test(path))
  expect(translated.length).toBe(4 * (LANGUAGES.length - 1))
  for (const [path, content] of translated)
    expect([path, served.get(`/${path.replace(/(index)?\.html$/, '')}`)]).toEqual([path, hash(content)])
  expect(served.size).toBe(others.length + Object.keys(pages).length + translated.length)
})

test('every script and style of a document has its hash there, and so has every script that may be loaded', () => {
  const scripts = [...files].filter(([path]) => path.startsWith('assets/') && path.endsWith('.js'))
  const listed = new Set<string>()
  const policies = manifest.headers.map(({ headers }) => headers['Content-Security-Policy'] ?? '')
  for (const [path, content] of files) {
    if (!path.endsWith('.html')) continue
    const html = content.toString()
    const map = readImportMap(html)
    // Of its own language only: each has some 80.
    const { integrity }: { integrity: Record<string, string> } = JSON.parse(map)
    const own = scripts.filter(([path]) => `/${path}` in integrity)
    expect(own.length).toBeGreaterThan(50)
    const expected = own.map(([path, content]) => [`/${path}`, integrityOf(content)])
    expect(integrity).toEqual(Object.fromEntries(expected))
    const loaded = own.flatMap(
      ([, content]) => content.toString().match(/(?<=["'`]\.\/)[\w-]+\.js(?=["'`])/g) ?? [],
    )
    expect(loaded.filter((name) => !(`/assets/${name}` in integrity))).toEqual([])
    for (const [path] of own) listed.add(path)
    expect(policies.join()).toMatch(/script-src 'self'(?: 'sha256-[\w+/]{43}=')+;/)
    expect(policies.join()).toContain(` '${integrityOf(map)}'`)
    const tags = html.match(/<script.*?>|<link [^>]*(?:stylesheet|modulepreload).*?>/g) ?? []
    const pinned = tags.filter((tag) => {
      const [, address, integrity] = / (?:src|href)="\/([^"]+)" integrity="([^"]+)"/.exec(tag) ?? []
      const file = files.get(address ?? '')
      return file && integrityOf(file) === integrity && tag.includes(' crossorigin ')
    })
    expect([path, tags.filter((tag) => !pinned.includes(tag))]).toEqual([path, ['<script type="importmap">']])
    expect(pinned.length).toBeGreaterThan(3)
    // A map that comes after a module is too late.
    for (const module of ['type="module"', 'rel="modulepreload"'])
      expect(html.indexOf('"importmap"')).toBeLessThan(html.indexOf(module))
  }
  expect(scripts.map(([path]) => path).filter((path) => !listed.has(path))).toEqual([])
})

test('nothing that is built names its folder', () => {
  const told = [...files, ['worker', readFileSync(join(ELSEWHERE, '.cache/worker/index.js'))] as const]
  expect(told.filter(([, content]) => content.includes(PLACES)).map(([path]) => path)).toEqual([])
})
