import { execFileSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildManifest } from '../../protocol/build-manifest.ts'

/** A whole hash: a short one may name another commit tomorrow. */
const HASH = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** What a build is made from. */
export type Source = Pick<BuildManifest, 'version' | 'commit' | 'changed'>

/**
 * Says what a build is made from: git knows it, or, where the folder is no repository, as in an image or from an archive,
 * the environment variable COMMIT.
 * @param folder the folder with package.json
 * @throws an error where COMMIT is no commit
 */
export function readSource(folder: string, env = process.env): Source {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const commit = askGit(folder, 'rev-parse', 'HEAD')
  // Another repository may lie around this folder.
  const isOurs = askGit(folder, 'rev-parse', '--show-toplevel') === realpathSync(folder)
  if (isOurs && commit !== null) {
    return { version, commit, changed: askGit(folder, 'status', '--porcelain') !== '' }
  }
  const { COMMIT = '' } = env
  if (COMMIT !== '' && !HASH.test(COMMIT))
    throw new Error(`COMMIT is ${JSON.stringify(COMMIT)}: set it to what \`git rev-parse HEAD\` prints.`)
  return { version, commit: COMMIT || null, changed: false }
}

/** Asks git something; null where there is no git, no repository or no commit. */
function askGit(folder: string, ...question: string[]): string | null {
  try {
    return execFileSync('git', ['--no-optional-locks', ...question], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}

/**
 * Writes into a document what it was built from, where the page finds it: in a script it would give that script, and all
 * that load it, another name with each commit.
 */
export function nameSource(html: string, { version, commit, changed }: Source): string {
  const name = [version, commit, changed && 'changed'].filter(Boolean).join(' ')
  const [title = ''] = /<title>.*?<\/title>/s.exec(html) ?? []
  if (title === '') throw new Error('a document has no title')
  return html.replace(title, () => `${title}\n    <meta name="build" content="${name}" />`)
}
