import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Builds a Worker as `wrangler deploy` would.
 * @param main the file that the platform loads
 * @param config the file with the settings that it is built with
 * @param folder where it is put, below `.cache`
 * @returns the file that was built
 */
export function buildWorker(main: string, config: string, folder: string): string {
  const out = join(ROOT, '.cache', folder)
  execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      ...['deploy', main, '--config', config, '--dry-run', '--outdir', out],
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CLIENT_BUILT: '1' } },
  )
  return join(out, basename(main).replace(/\.ts$/, '.js'))
}
