import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

/**
 * Builds the client where there is no build: what serves it here doesn't build by itself. `npm test` builds first;
 * this is for `npx vitest` in a fresh clone. A build that is there may be older than the client: `npm run build`.
 */
export async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  if (!existsSync(join(root, 'dist/client/index.html'))) {
    await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'client'), logLevel: 'warn' })
  }
}
