import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { BUILT_OPTIONS, buildWorker } from './build-worker.ts'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Builds the Worker once for each run of the tests, and writes down the options that wrangler.toml has for it: so a server
 * of it starts within a second, where `wrangler dev` builds and reads all that again each time, which takes four.
 */
export function setup(): void {
  if (process.env.BUILT_FOR === String(process.pid)) return
  const path = buildWorker('worker/index.ts', 'wrangler.toml', 'test')
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))
  const options = {
    ...workerOptions,
    name: 'private-chat',
    modules: [{ type: 'ESModule', path }],
    modulesRoot: dirname(path),
  }
  writeFileSync(BUILT_OPTIONS, JSON.stringify(options))
  process.env.BUILT_FOR = String(process.pid)
}
