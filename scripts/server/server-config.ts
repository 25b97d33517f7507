import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { z } from 'zod'

/** What plain workerd is told of a wrangler.toml, as wrangler reads it. A variable is text: the environment knows nothing else. */
const Settings = z.object({
  compatibilityDate: z.string(),
  compatibilityFlags: z.array(z.string()),
  /** Variables, and what wrangler.toml sets them to. */
  bindings: z.record(z.string(), z.string()),
  durableObjects: z.record(z.string(), z.object({ className: z.string() })),
  ratelimits: z.record(
    z.string(),
    z.object({ simple: z.object({ limit: z.int(), period: z.union([z.literal(10), z.literal(60)]) }) }),
  ),
  assets: z.object({ run_worker_first: z.array(z.string()) }),
})
type Settings = z.infer<typeof Settings>

/** Reads a wrangler.toml. @throws where it has what plain workerd can't be told */
export function readServerSettings(path: string): Settings {
  return Settings.parse(unstable_getMiniflareWorkerOptions(path).workerOptions)
}

/**
 * The network that every Worker has, under the name that workerd gives it. Without this line it would be the whole internet,
 * and workerd would not start where the system has no certificates.
 */
const NO_NETWORK = '(name = "internet", network = (allow = []))'

/** Text of Cap’n Proto, which escapes as JSON does. */
const text = JSON.stringify

const list = (items: string[]) => `[\n${items.map((item) => `        ${item},\n`).join('')}      ]`

/**
 * Writes the configuration of workerd: the front, the Worker with its bindings, and two folders. It names files beside it,
 * and nothing outside but the folder `data`, which the command line names. Nothing in it can open a connection.
 */
export function writeServerConfig(settings: Settings): string {
  const wrapped = (name: string, entrypoint: string, inner: string[]) =>
    `(name = ${text(name)}, wrapped = (moduleName = "private-chat:bindings", entrypoint = ${text(entrypoint)}, innerBindings = [${inner.join(', ')}]))`
  const compatibility = `compatibilityDate = ${text(settings.compatibilityDate)}`
  const bindings = [
    '(name = "ASSETS", service = (name = "front", entrypoint = "Assets"))',
    ...Object.entries(settings.durableObjects).map(
      ([name, { className }]) => `(name = ${text(name)}, durableObjectNamespace = ${text(className)})`,
    ),
    ...Object.entries(settings.ratelimits).map(
      ([
        name,
        {
          simple: { limit, period },
        },
      ]) =>
        wrapped(name, 'createRateLimit', [
          `(name = "limit", json = "${limit}")`,
          `(name = "period", json = "${period}")`,
        ]),
    ),
    ...Object.entries(settings.bindings).map(([name, initial]) =>
      wrapped(name, 'readSetting', [
        `(name = "value", fromEnvironment = ${text(name)})`,
        `(name = "initial", text = ${text(initial)})`,
      ]),
    ),
  ]
  // The key of a class names its folder and makes the ids of its objects: whoever changes it loses what is stored.
  const namespaces = Object.values(settings.durableObjects).map(
    ({ className }) =>
      `(className = ${text(className)}, uniqueKey = "private-chat-${className}", enableSql = true)`,
  )
  return `# Written by scripts/build-server.ts from wrangler.toml.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "front", worker = (
      modules = [(name = "front.js", esModule = embed "front.js")],
      ${compatibility},
      bindings = [
        (name = "WORKER", service = "worker"),
        (name = "FILES", service = "files"),
        (name = "INDEX", json = embed "files.json"),
      ],
    )),
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      ${compatibility},
      compatibilityFlags = [${settings.compatibilityFlags.map((flag) => text(flag)).join(', ')}],
      bindings = ${list(bindings)},
      durableObjectNamespaces = ${list(namespaces)},
      durableObjectStorage = (localDisk = "data"),
    )),
    # The index alone says what is served, also of folders such as .well-known.
    (name = "files", disk = (path = "files", allowDotfiles = true)),
    (name = "data", disk = (writable = true)),
    ${NO_NETWORK},
  ],
  sockets = [(name = "http", http = (), service = "front")],
  extensions = [(modules = [(name = "private-chat:bindings", internal = true, esModule = embed "bindings.js")])],
);
`
}

/**
 * Writes the configuration of a health check: `workerd test health.capnp` ends with 0 where the server on port 8787 is well.
 * So the image needs no program for it that could do more.
 */
export function writeHealthConfig(settings: Settings): string {
  return `# Written by scripts/build-server.ts.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "health", worker = (
      modules = [(name = "health.js", esModule = embed "health.js")],
      compatibilityDate = ${text(settings.compatibilityDate)},
      bindings = [(name = "SERVER", service = "server")],
    )),
    (name = "server", external = (address = "127.0.0.1:8787", http = ())),
    ${NO_NETWORK},
  ],
);
`
}
