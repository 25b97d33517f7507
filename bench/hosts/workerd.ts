/**
 * A process that runs a built Worker on bare workerd: Miniflare's API, and a socket of workerd's own in front of the
 * Worker, so that nothing stands between. Arguments: what to run, the file it was built into, a folder for storage.
 */

import { dirname, join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { announce } from './announce.ts'

const ROOT = join(import.meta.dirname, '../..')
const [name = '', built = '', storage = ''] = process.argv.slice(2)

/**
 * The app as wrangler.toml configures it, but for the brakes, since a load test comes from one address, and the files
 * of the page: what stands in for them here is a Worker in front of every request.
 */
function appOptions(): Partial<V4WorkerOptions> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))
  const { assets: _, ...options } = workerOptions
  return { ...options, bindings: { ...options.bindings, RATE_LIMITS: 'off' } }
}

function peerOptions(binding: string, className: string): Partial<V4WorkerOptions> {
  return {
    compatibilityDate: '2026-11-01',
    compatibilityFlags: ['nodejs_compat'],
    durableObjects: { [binding]: { className, useSQLite: true } },
  }
}

const OPTIONS: Record<string, () => Partial<V4WorkerOptions>> = {
  app: appOptions,
  bare: () => peerOptions('ROOMS', 'BareRoom'),
  party: () => peerOptions('Party', 'Party'),
}

const options = OPTIONS[name]?.()
if (options === undefined) throw new Error(`no such Worker: ${name}`)
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    cf: false,
    host: '127.0.0.1',
    port: 0,
    resourcePersistencePath: storage,
    unsafeLocalExplorer: false,
    unsafeObservability: false,
    workers: [
      {
        ...options,
        name,
        modules: [{ type: 'ESModule', path: built }],
        modulesRoot: dirname(built),
        unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      } as V4WorkerOptions,
    ],
  }),
)
announce((await miniflare.unsafeGetDirectURL(name)).origin)
