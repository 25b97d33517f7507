import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildWorker } from '../test/support/build-worker.ts'
import { freePort } from '../test/support/free-port.ts'
import type { Addresses } from './hosts/announce.ts'

/** What is measured: the app, and what does the same work in a few lines. */
export const NAMES = ['app', 'bare', 'party', 'socketio'] as const
export type Name = (typeof NAMES)[number]

/** A server that runs, in processes of its own. */
export interface Contender<N = Name> extends Addresses {
  name: N
  /** The processes at the head of it; whatever they started counts, too. */
  pids: number[]
  stop(): Promise<void>
}

const MAIN = {
  app: 'worker/index.ts',
  bare: 'bench/workers/bare.ts',
  party: 'bench/workers/party.ts',
  guests: 'bench/workers/guests.ts',
  counted: 'bench/workers/counted.ts',
}
/** Milliseconds in which a server is up. */
const READY_WITHIN = 60_000

/** Starts a server on storage of its own, built from what is here now. @param options `relayAbove` is the app's setting */
export async function start<N extends Name | 'counted'>(
  name: N,
  options: { relayAbove?: string | undefined } = {},
): Promise<Contender<N>> {
  const folder = await mkdtemp(join(tmpdir(), `private-chat-bench-${name}-`))
  const children: ChildProcess[] = []
  const stop = async () => {
    for (const child of children.reverse()) await end(child)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    let host: ChildProcess
    if (name === 'socketio') {
      const port = await freePort()
      children.push(await startRedis(port, folder))
      host = fork(join(import.meta.dirname, 'hosts/socketio.ts'), [String(port)])
    } else {
      const files = [build(name), build('guests')]
      host = fork(join(import.meta.dirname, 'hosts/workerd.ts'), [name, ...files, folder], {
        env: { ...process.env, RELAY_ABOVE: options.relayAbove ?? '' },
      })
    }
    children.push(host)
    const addresses = await announced(host)
    const pids = children.flatMap(({ pid }) => (pid === undefined ? [] : [pid]))
    return { name, ...addresses, pids, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Builds a Worker, once for each run of the benchmark. Gives the file. */
function build(name: keyof typeof MAIN): string {
  const config = name === 'app' || name === 'counted' ? 'wrangler.toml' : 'bench/workers/wrangler.toml'
  const file = built.get(name) ?? buildWorker(MAIN[name], config, `bench/${name}`)
  built.set(name, file)
  return file
}
const built = new Map<string, string>()

async function announced(host: ChildProcess): Promise<Addresses> {
  const answer = Promise.withResolvers<Addresses>()
  const timer = setTimeout(() => answer.reject(new Error('a server is not ready')), READY_WITHIN)
  host.once('message', (addresses: Addresses) => answer.resolve(addresses))
  host.once('exit', () => answer.reject(new Error('a server ended before it was ready')))
  return answer.promise.finally(() => clearTimeout(timer))
}

async function startRedis(port: number, folder: string): Promise<ChildProcess> {
  // As Redis comes, but with its log of writes, so that what was said outlives it: synced each second.
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
    if (await answers(port)) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('Redis does not answer')
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** Path of `redis-server`; installs Debian's where that is allowed. */
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  if (child.connected) child.disconnect()
  else child.kill()
  await gone
}
