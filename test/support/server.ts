import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from './free-port.ts'

const ROOT = join(import.meta.dirname, '../..')
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js')

/** Where the server lies that was built for this run of the tests. */
export const TEST_SERVER = join(ROOT, '.cache/server')

/** Milliseconds in which a server is up, on a machine that is busy with other tests. */
const READY_WITHIN = 45_000

/** How to start a server. */
interface ServerOptions {
  /** `off` where a test sends more from this one address than the rate limits allow. On by default, as deployed. */
  rateLimits?: 'on' | 'off'
  /** Other settings of wrangler.toml, where a test is about them. */
  settings?: Record<string, string>
  /** `wrangler` for `wrangler dev`, as the README starts it; by default plain workerd, as the image starts it. */
  by?: 'workerd' | 'wrangler'
}

/** The real thing: the Worker on workerd, on a port and on storage of its own. */
export interface Server {
  /** Such as `http://127.0.0.1:40123`. The same after a restart. */
  readonly origin: string
  /** Directory in which workerd keeps all it stores. */
  readonly storage: string
  /** All that was printed since the first start. */
  output(): string
  /** Ends it as a power cut would: SIGKILL to all of its processes at once. */
  kill(): Promise<void>
  /** Starts it again on the same storage and port; kills it first where it runs. */
  restart(): Promise<void>
  /** Ends it and removes its storage. */
  stop(): Promise<void>
}

/** A way to start a server. */
interface Way {
  command: string[]
  cwd: string
  env: Record<string, string | undefined>
  /** What it prints once it listens. */
  ready: string
}

/** The built server, by the entry point of the image, and with nothing in its environment but the settings. */
function byWorkerd(port: number, storage: string, settings: Record<string, string>): Way {
  const command = [
    ...[join(TEST_SERVER, 'workerd'), 'serve', 'config.capnp', '--control-fd', '1'],
    ...['--socket-addr', `http=127.0.0.1:${port}`, '--directory-path', `data=${storage}`],
  ]
  return { command, cwd: TEST_SERVER, env: settings, ready: '{"event":"listen"' }
}

/** `wrangler dev`, as `npm run dev` starts it. */
function byWrangler(port: number, storage: string, settings: Record<string, string>): Way {
  const command = [
    ...[
      process.execPath,
      WRANGLER,
      'dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--inspector-port',
      '0',
    ],
    ...['--persist-to', storage, '--show-interactive-dev-session=false'],
    ...Object.entries(settings).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
  ]
  const env = {
    ...process.env,
    CLIENT_BUILT: '1',
    CI: '1',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_WRITE_LOGS: 'false',
    // Asks a server of Cloudflare's where we are.
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    // They would keep the addresses of all requests, and the names of all objects, beside the storage.
    X_LOCAL_OBSERVABILITY: 'false',
    X_LOCAL_EXPLORER: 'false',
    WRANGLER_LOG_PATH: join(storage, 'log'),
    // Servers that run at once must not find one another.
    WRANGLER_REGISTRY_PATH: join(storage, 'registry'),
  }
  return { command, cwd: ROOT, env, ready: 'Ready on ' }
}

/** Starts a server and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const storage = await mkdtemp(join(tmpdir(), 'private-chat-'))
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  let printed = ''
  let running: ChildProcess | null = null

  const settings = { RATE_LIMITS: options.rateLimits ?? 'on', ...options.settings }
  const how =
    options.by === 'wrangler' ? byWrangler(port, storage, settings) : byWorkerd(port, storage, settings)

  async function start(): Promise<void> {
    const { command, cwd, env, ready: sign } = how
    const child = spawn(process.execPath, [join(import.meta.dirname, 'process-group.ts'), ...command], {
      cwd,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env,
    })
    running = child
    const from = printed.length
    const ready = Promise.withResolvers<void>()
    const fail = (why: string) => ready.reject(new Error(`${why}; it printed:\n${printed.slice(from)}`))
    const timer = setTimeout(() => fail(`the server was not ready within ${READY_WITHIN} ms`), READY_WITHIN)
    const readOutput = (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes(sign, from)) ready.resolve()
    }
    child.stdout.on('data', readOutput)
    child.stderr.on('data', readOutput)
    // The keeper ends with what it keeps.
    child.once('exit', () => fail('the server ended before it was ready'))
    child.once('error', (error) => fail(`the server did not start (${error.message})`))
    try {
      await ready.promise
    } catch (error) {
      await kill()
      throw error
    } finally {
      clearTimeout(timer)
    }
    const health = await fetch(`${origin}/api/health`)
    if (health.status !== 200) {
      await kill()
      throw new Error(`the server is up and not well: GET /api/health answered ${health.status}\n${printed}`)
    }
    await health.arrayBuffer()
  }

  async function kill(): Promise<void> {
    const child = running
    running = null
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    process.kill(-child.pid, 'SIGKILL')
    await gone
  }

  const server: Server = {
    origin,
    storage,
    output: () => printed,
    kill,
    async restart() {
      await kill()
      await start()
    },
    async stop() {
      await kill()
      await rm(storage, { recursive: true, force: true, maxRetries: 5 })
    },
  }
  try {
    await start()
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}
