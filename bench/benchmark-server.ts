import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildWorker } from '../scripts/build/build-worker.ts'
import { findFreePort } from '../test/support/free-port.ts'
import type { ServerAddresses } from './servers/announce-ready.ts'

/** The servers that are measured: the app, and peers that do the same work in a few lines. */
export const SERVER_NAMES = ['app', 'bare', 'partyserver', 'socketio'] as const
export type ServerName = (typeof SERVER_NAMES)[number]

/** A running server, in processes of its own. */
export interface BenchmarkServer<N = ServerName> extends ServerAddresses {
  name: N
  /** The processes that were started; their children count, too. */
  pids: number[]
  stop(): Promise<void>
}

const WORKER_FILES = {
  app: 'worker/index.ts',
  bare: 'bench/workers/bare-object.ts',
  partyserver: 'bench/workers/partyserver.ts',
  inProcessClients: 'bench/workers/in-process-clients.ts',
  counting: 'bench/workers/counting-app.ts',
}
/** Milliseconds within which a server has to be ready. */
const READY_TIMEOUT_MS = 60_000

/**
 * Starts a server on storage of its own, built from the files as they are now.
 * @param options `relayAbove` is the app's setting `RELAY_ABOVE`
 */
export async function startBenchmarkServer<N extends ServerName | 'counting'>(
  name: N,
  options: { relayAbove?: string | undefined } = {},
): Promise<BenchmarkServer<N>> {
  const folder = await mkdtemp(join(tmpdir(), `private-chat-bench-${name}-`))
  const children: ChildProcess[] = []
  const stop = async () => {
    for (const child of children.reverse()) await stopProcess(child)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    let host: ChildProcess
    if (name === 'socketio') {
      const port = await findFreePort()
      children.push(await startRedis(port, folder))
      host = fork(join(import.meta.dirname, 'servers/socketio.ts'), [String(port)])
    } else {
      const files = await Promise.all([buildOnce(name), buildOnce('inProcessClients')])
      host = fork(join(import.meta.dirname, 'servers/workerd.ts'), [name, ...files, folder], {
        env: { ...process.env, RELAY_ABOVE: options.relayAbove ?? '' },
      })
    }
    children.push(host)
    const addresses = await waitUntilReady(host)
    const pids = children.flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
    return { name, ...addresses, pids, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Builds a Worker once for each run of the benchmark. Returns the file. */
function buildOnce(name: keyof typeof WORKER_FILES): Promise<string> {
  const config = name === 'app' || name === 'counting' ? 'wrangler.toml' : 'bench/workers/wrangler.toml'
  const file = builtFiles.get(name) ?? buildWorker(WORKER_FILES[name], config, `bench/${name}`)
  builtFiles.set(name, file)
  return file
}
const builtFiles = new Map<string, Promise<string>>()

async function waitUntilReady(host: ChildProcess): Promise<ServerAddresses> {
  const answer = Promise.withResolvers<ServerAddresses>()
  const timer = setTimeout(() => answer.reject(new Error('a server is not ready')), READY_TIMEOUT_MS)
  host.once('message', (addresses: ServerAddresses) => answer.resolve(addresses))
  host.once('exit', () => answer.reject(new Error('a server ended before it was ready')))
  return answer.promise.finally(() => clearTimeout(timer))
}

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  // Redis's defaults, except that messages survive a restart: its log of writes is synced each second.
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--save',
    '',
  ]
  const child = spawn(findRedis(), args, { stdio: 'ignore' })
  for (let tries = 0; tries < 200; tries += 1) {
    if (await acceptsConnections(port)) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Redis does not answer')
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Returns the path of `redis-server`. Installs Debian's package where that is allowed. */
function findRedis(): string {
  const find = () =>
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((folder) => join(folder, 'redis-server'))
      .find(existsSync)
  const found = find()
  if (found !== undefined) return found
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], { env })
  }
  const installed = find()
  if (installed === undefined)
    throw new Error('socket.io needs redis-server on the PATH: install it, or leave it out')
  return installed
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  if (child.connected) child.disconnect()
  else child.kill()
  await gone
}
