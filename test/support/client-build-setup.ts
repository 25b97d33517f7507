import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/**
 * Builds the client where there is no build: what serves it here doesn't build by itself. `npm test` builds first;
 * this is for `npx vitest` in a fresh clone. A build that is there may be older than the client: `npm run build`.
 */
export async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  if (existsSync(join(root, 'dist/client/api/openapi.json'))) return
  // In a process of its own: a test runner's NODE_ENV would make another build of it.
  const env = { ...process.env, NODE_ENV: 'production', CLIENT_BUILT: '' }
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, env, stdio: 'inherit' })
}
