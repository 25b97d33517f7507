import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCommit, listTags, rebuild } from './rebuild.ts'

/** A build that takes no time: it says which commit it is of, and whether the folder is as that commit is. */
const BUILD = `
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()
mkdirSync('dist/client', { recursive: true })
writeFileSync('dist/client/build.json', JSON.stringify({
  format: 1, version: readFileSync('version', 'utf8'), commit: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain') !== '',
  files: [], headers: [], worker: null,
}))
if (process.env.CLIENT_BUILT) throw new Error('it is told that it is built')
`

let root = ''
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@chat.example', ...args], {
    cwd: root,
    encoding: 'utf8',
  }).trim()
const write = (file: string, content: string) => writeFileSync(join(root, file), content)
/** Folders that git knows besides the clone itself. */
const leftovers = () => git('worktree', 'list').split('\n').slice(1)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'private-chat-rebuild-'))
  git('init', '--quiet')
  write('.gitignore', 'node_modules\ndist\n')
  write('build.mjs', BUILD)
  write('package.json', JSON.stringify({ name: 'x', version: '1.0.0', scripts: { build: 'node build.mjs' } }))
  write(
    'package-lock.json',
    JSON.stringify({
      name: 'x',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'x', version: '1.0.0' } },
    }),
  )
  write('version', '1.0.0')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'one')
  git('tag', 'v1.0.0')
  write('version', '2.0.0')
  git('commit', '--quiet', '--all', '--message', 'two')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a tag, a branch and a hash name a commit; what names none, or is an option, does not', () => {
  const commit = git('rev-parse', 'v1.0.0')
  expect([findCommit('v1.0.0', root), findCommit(commit.slice(0, 10), root)]).toEqual([commit, commit])
  expect(findCommit('HEAD', root)).toBe(git('rev-parse', 'HEAD'))
  expect(['v3.0.0', '--all', 'f'.repeat(40)].map((name) => findCommit(name, root))).toEqual([
    null,
    null,
    null,
  ])
  expect([listTags(commit, root), listTags('HEAD', root)]).toEqual([['v1.0.0'], []])
})

test('a commit is built as it is, whatever lies in the clone, and nothing of that is left', async () => {
  write('version', 'changed and not committed')
  process.env.CLIENT_BUILT = '1'
  try {
    const commit = git('rev-parse', 'v1.0.0')
    expect(await rebuild(commit, root)).toMatchObject({ version: '1.0.0', commit, changed: false })
  } finally {
    delete process.env.CLIENT_BUILT
  }
  expect([leftovers(), existsSync(join(root, 'dist'))]).toEqual([[], false])
})

test('a commit that can’t be built says so, and leaves nothing either', async () => {
  write('build.mjs', 'process.exit(1)')
  git('commit', '--quiet', '--all', '--message', 'broken')
  await expect(rebuild(git('rev-parse', 'HEAD'), root)).rejects.toThrow(/npm run build failed/)
  expect(leftovers()).toEqual([])
})
