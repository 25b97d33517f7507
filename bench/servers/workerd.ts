/**
 * Runs a built Worker on bare workerd. Miniflare starts it, and clients connect to a socket of workerd's own, so that
 * nothing stands between. Arguments: the server's name, its built file, the built file of the clients within the
 * process, a folder for storage.
 */

import { dirname, join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { announceReady } from './announce-ready.ts'

const ROOT = join(import.meta.dirname, '../..')
const [name = '', built = '', inProcessClients = '', storage = ''] = process.argv.slice(2)

/**
 * Returns the app's settings from wrangler.toml, without rate limits, since a load test comes from one address, and
 * without the page's files, for which Miniflare would put a Worker in front of every request.
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
  counting: appOptions,
  bare: () => peerOptions('ROOMS', 'BareRoom'),
  partyserver: () => peerOptions('Party', 'Party'),
}

const options = OPTIONS[name]?.()
if (options === undefined) throw new Error(`no such Worker: ${name}`)
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    cf: false,
    host: '127.0.0.1',
    port: 0,
    resourcePersistencePath: storage,
    // What is measured goes to the standard output, and nothing else does.
    handleStructuredLogs: ({ level, message }) => process.stderr.write(`[${level}] ${message}\n`),
    unsafeLocalExplorer: false,
    unsafeObservability: false,
    workers: [
      worker(name, built, options),
      worker('in-process-clients', inProcessClients, {
        ...peerOptions('CLIENTS', 'InProcessClients'),
        serviceBindings: { APP: name },
      }),
    ],
  }),
)
const [origin, inProcess] = await Promise.all(
  [name, 'in-process-clients'].map(async (each) => (await miniflare.unsafeGetDirectURL(each)).origin),
)
announceReady({ origin: origin as string, inProcess: inProcess as string })
