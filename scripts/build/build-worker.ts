import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '../..')

/**
 * Builds a Worker as `wrangler deploy` would.
 * @param main the file that the platform loads
 * @param config the file with the settings that it is built with
 * @param folder where it is put, below `.cache`
 * @returns the file that was built
 */
export async function buildWorker(main: string, config: string, folder: string): Promise<string> {
  const out = join(ROOT, '.cache', folder)
  await promisify(execFile)(
    process.execPath,
    [
      join(ROOT, 'node_modules/wrangler/bin/wrangler.js'),
      ...['deploy', main, '--config', config, '--dry-run', '--outdir', out],
    ],
    { cwd: ROOT, env: { ...process.env, CLIENT_BUILT: '1' } },
  )
  return join(out, basename(main).replace(/\.ts$/, '.js'))
}
