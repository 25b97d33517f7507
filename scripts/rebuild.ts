import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseManifest } from '../packages/client/src/verify/parse-manifest.ts'
import { BUILD_MANIFEST_ADDRESS, type BuildManifest } from '../protocol/build-manifest.ts'

const ROOT = join(import.meta.dirname, '..')

/** Returns the manifest of a page that is built already; null where the folder has none. */
export function readBuiltManifest(folder: string): BuildManifest | null {
  try {
    return parseManifest(readFileSync(join(folder, BUILD_MANIFEST_ADDRESS), 'utf8'))
  } catch {
    return null
  }
}

/**
 * Returns the commit that a tag, a branch or a hash names in a clone; null where it knows none.
 * @param root the clone; this one unless given, here and below
 */
export function findCommit(name: string, root = ROOT): string | null {
  // What begins like an option would be taken for one.
  if (name.startsWith('-')) return null
  try {
    return git(root, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`)
  } catch {
    return null
  }
}

/** Returns the tags that name a commit. */
export function listTags(commit: string, root = ROOT): string[] {
  return git(root, 'tag', '--points-at', commit).split('\n').filter(Boolean)
}

/**
 * Builds a commit in a folder of its own, with the packages of its own lockfile, and forgets the folder.
 * @param commit one that `findCommit` returned. Its code runs on this machine.
 * @returns the manifest of that build; null where the commit is from before there was one
 * @throws an error where it can't be built
 */
export async function rebuild(commit: string, root = ROOT): Promise<BuildManifest | null> {
  const folder = mkdtempSync(join(tmpdir(), 'private-chat-verify-'))
  // Not in one step with this process: so long it would not see that the deployment has closed a connection.
  const npm = async (...args: string[]) => {
    const options = { cwd: folder, env: makeEnvironment() }
    const child = spawn('npm', args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
    const [code] = await once(child, 'exit')
    if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in commit ${commit}`)
  }
  // Ctrl+C also ends npm; what is below still has to be done then.
  const goOn = () => {}
  process.on('SIGINT', goOn)
  try {
    git(root, 'worktree', 'add', '--quiet', '--detach', folder, commit)
    await npm('ci', '--no-audit', '--no-fund')
    await npm('run', 'build')
    return readBuiltManifest(join(folder, 'dist/client'))
  } finally {
    process.off('SIGINT', goOn)
    git(root, 'worktree', 'remove', '--force', folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The environment of a build: nothing that says that something is built already. */
function makeEnvironment(): NodeJS.ProcessEnv {
  const { CLIENT_BUILT: _, ...rest } = process.env
  return rest
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
}
