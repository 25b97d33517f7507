import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds the client package once for each run of the tests, as `npm pack` does: one that is there may be older than the code. */
export function setup(): void {
  if (process.env.PACKAGE_BUILT_FOR === String(process.pid)) return
  execFileSync(process.execPath, [join(import.meta.dirname, '../../packages/client/build.ts')], {
    stdio: 'inherit',
  })
  process.env.PACKAGE_BUILT_FOR = String(process.pid)
}
