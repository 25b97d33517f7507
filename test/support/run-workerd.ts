/**
 * A process that runs the built Worker on workerd, with the page's files before it as on the platform, and without
 * wrangler. Arguments: the file with its options, the port, a folder for storage, RATE_LIMITS.
 */

import { readFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Miniflare, type V4WorkerOptions } from 'miniflare'

const [file = '', port = '', storage = '', rateLimits = 'on'] = process.argv.slice(2)
const options = JSON.parse(readFileSync(file, 'utf8')) as V4WorkerOptions & { bindings: object }
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    // Asks a server of Cloudflare's where we are.
    cf: false,
    host: '127.0.0.1',
    port: Number(port),
    resourcePersistencePath: storage,
    // They would keep the addresses of all requests, and the names of all objects, beside the storage.
    unsafeLocalExplorer: false,
    unsafeObservability: false,
    handleStructuredLogs: ({ level, message }) => process.stdout.write(`[${level}] ${message}\n`),
    workers: [{ ...options, bindings: { ...options.bindings, RATE_LIMITS: rateLimits } }],
  }),
)
process.stdout.write(`Ready on ${await miniflare.ready}\n`)
