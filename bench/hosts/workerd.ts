/**
 * A process that runs a built Worker on bare workerd: Miniflare's API, and a socket of workerd's own in front of the
 * Worker, so that nothing stands between. Arguments: what to run, the file it was built into,
 * the one of the guests within, a folder for storage.
 */

import { dirname, join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { announce } from './announce.ts'

const ROOT = join(import.meta.dirname, '../..')
const [name = '', built = '', guests = '', storage = ''] = process.argv.slice(2)

/**
 * The app as wrangler.toml configures it, except for the rate limits, since a load test comes from one address, and the files
 * of the page: what stands in for them here is a Worker in front of every request.
 */
function appOptions(): Partial<V4WorkerOptions> {
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))
  const { assets: _, bindings, ...options } = workerOptions
  const { RELAY_ABOVE = '' } = process.env
  return {
    ...options,
    bindings: { ...(bindings as object), RATE_LIMITS: 'off', ...(RELAY_ABOVE && { RELAY_ABOVE }) },
  }
}

function peerOptions(binding: string, className: string): Partial<V4WorkerOptions> {
  return {
    compatibilityDate: '2026-11-01',
    compatibilityFlags: ['nodejs_compat'],
    durableObjects: { [binding]: { className, useSQLite: true } },
  }
}

function worker(name: string, built: string, options: Partial<V4WorkerOptions>): V4WorkerOptions {
  return {
    ...options,
    name,
    modules: [{ type: 'ESModule', path: built }],
    modulesRoot: dirname(built),
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
  } as V4WorkerOptions
}

const OPTIONS: Record<string, () => Partial<V4WorkerOptions>> = {
  app: appOptions,
  counted: appOptions,
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
      worker(name, built, options),
      worker('guests', guests, {
        ...peerOptions('GUESTS', 'Guests'),
        serviceBindings: { APP: name },
      }),
    ],
  }),
)
const [origin, inside] = await Promise.all(
  [name, 'guests'].map(async (each) => (await miniflare.unsafeGetDirectURL(each)).origin),
)
announce({ origin: origin as string, inside: inside as string })
