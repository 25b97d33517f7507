import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nameSource, readSource } from './read-source.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
let folder = ''

const git = (...command: string[]) => execFileSync('git', command, { cwd: folder, encoding: 'utf8' }).trim()

function commitAll(): string {
  git('init', '-q')
  git('add', '-A')
  git(
    '-c',
    'commit.gpgsign=false',
    '-c',
    'user.name=Ann',
    '-c',
    'user.email=ann@example.com',
    'commit',
    '-qm',
    'A version',
  )
  return git('rev-parse', 'HEAD')
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-chat-source-'))
  writeFileSync(join(folder, 'package.json'), '{"version": "1.2.3"}')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a build from a commit names it, whatever the environment says', () => {
  const commit = commitAll()
  expect(readSource(folder, { COMMIT })).toEqual({ version: '1.2.3', commit, changed: false })
})

test('a file that was changed, or is new, shows', () => {
  commitAll()
  const change = join(folder, 'new')
  writeFileSync(change, '')
  expect(readSource(folder, {}).changed).toBe(true)
  rmSync(change)
  expect(readSource(folder, {}).changed).toBe(false)
  writeFileSync(join(folder, 'package.json'), '{"version": "1.2.4"}')
  expect(readSource(folder, {}).changed).toBe(true)
})

test('where there is no repository the environment names the commit, or nobody does', () => {
  expect(readSource(folder, { COMMIT })).toEqual({ version: '1.2.3', commit: COMMIT, changed: false })
  for (const env of [{}, { COMMIT: '' }]) expect(readSource(folder, env).commit).toBe(null)
})

test('a repository around the folder is another one', () => {
  commitAll()
  const inner = join(folder, 'inner')
  mkdirSync(inner)
  writeFileSync(join(inner, 'package.json'), '{"version": "2.0.0"}')
  expect(readSource(inner, {})).toEqual({ version: '2.0.0', commit: null, changed: false })
})

test('a COMMIT that is none is refused, and the error says what to set', () => {
  for (const wrong of ['main', '0123abc', `${COMMIT} `])
    expect(() => readSource(folder, { COMMIT: wrong })).toThrow(/git rev-parse HEAD/)
})

test('a document names what it was built from', () => {
  const named = (source: Partial<Parameters<typeof nameSource>[1]>) =>
    nameSource('<title>x</title>', { version: '1.2.3', commit: COMMIT, changed: false, ...source })
  expect(named({})).toContain(`<meta name="build" content="1.2.3 ${COMMIT}" />`)
  expect(named({ changed: true })).toContain(`content="1.2.3 ${COMMIT} changed"`)
  expect(named({ commit: null })).toContain('content="1.2.3"')
  expect(() => nameSource('<p>x</p>', { version: '1', commit: null, changed: false })).toThrow(/no title/)
})
