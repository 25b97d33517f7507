/**
 * A process that `image-box.sh` starts where a container would be: starts the image's own command in it, and talks to it as
 * people do. Prints a line for each thing that it saw, and ends with an error where it saw another. Arguments: the root of the
 * container, and the Dockerfile.
 */

import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { readDockerfile } from './image.ts'
import { Person } from './node-client.ts'

const [root = '', dockerfile = ''] = process.argv.slice(2)
const image = readDockerfile(dockerfile)
const ORIGIN = 'http://127.0.0.1:8787'
/** Tries to be healthy, one after the other without a pause: each takes a tenth of a second. */
const HEALTH_TRIES = 100

/** Starts a command in the container: with process 1, an empty environment, and a user who is not root. */
function start(command: string[]): ChildProcess {
  const [user = '', group = ''] = image.user.split(':')
  const as = process.env.IS_ROOT === '1' ? ['--setuid', user, '--setgid', group] : []
  const box = [
    '--pid',
    '--fork',
    '--kill-child',
    '--mount-proc',
    `--root=${root}`,
    `--wd=${image.workdir}`,
    ...as,
  ]
  return spawn('unshare', [...box, '--', ...command], { env: {}, stdio: ['ignore', 'inherit', 'pipe'] })
}

async function isHealthy(): Promise<boolean> {
  const [code] = await once(start(image.healthCheck).on('error', assert.ifError), 'exit')
  return code === 0
}

/** A server in the container. */
interface Running {
  /** The process that keeps the namespaces, and ends with the server. */
  keeper: ChildProcess
  /** The server, which is process 1 in there. */
  pid: number
}

async function startServer(): Promise<Running> {
  const keeper = start(image.command)
  keeper.stderr?.pipe(process.stderr)
  await once(keeper, 'spawn')
  for (let tries = 0; tries < HEALTH_TRIES; tries += 1) {
    assert.equal(keeper.exitCode, null, 'the server ended')
    if (!(await isHealthy())) continue
    const pid = Number(execFileSync('pgrep', ['--parent', String(keeper.pid)], { encoding: 'utf8' }))
    // A signal to the keeper would not reach the server: another user’s process is not ended with its parent.
    process.once('exit', () => {
      if (keeper.exitCode === null && keeper.signalCode === null) process.kill(pid, 'SIGKILL')
    })
    return { keeper, pid }
  }
  throw new Error('the server did not become healthy')
}

/** Ends a server. @returns the code that it ends with; null where it is killed */
async function end({ keeper, pid }: Running, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const ended = once(keeper, 'exit')
  process.kill(pid, signal)
  const [code] = await ended
  return code
}

process.once('SIGTERM', () => process.exit(1))

const say = (line: string) => process.stdout.write(`${line}\n`)

assert.deepEqual(Object.keys(networkInterfaces()), ['lo'])
assert.throws(() => writeFileSync(join(root, image.workdir, 'x'), ''), { code: 'EROFS' })
assert.throws(() => writeFileSync(join(root, 'x'), ''), { code: 'EROFS' })
say('there is no network, and no file can be written but in the volume')

assert.equal(await isHealthy(), false)
let server = await startServer()
say('it starts, and the health check knows')

const page = await fetch(ORIGIN)
assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8'])
assert.match(await page.text(), /<title>private-chat\b/)
const ann = new Person(ORIGIN)
const ben = new Person(ORIGIN)
const roomId = await ann.createRoom({ lifetime: 600 })
await ann.joinRoom(roomId, { alias: 'Ann' })
await ben.joinRoom(roomId, { alias: 'Ben' })
const [near, far] = [await ann.openConnection(roomId), await ben.openConnection(roomId)]
near.sendEvent('chat.message', { id: 'one', text: 'in a container' })
const told = await far.nextEvent('chat.message', 'no message comes through')
assert.equal(told.text, 'in a container')
say('two people talk')

await end(server, 'SIGKILL')
server = await startServer()
const { body } = await ben.callApi('GET', `/api/rooms/${roomId}/messages`)
assert.deepEqual(
  body.messages?.map(({ text }) => text),
  ['in a container'],
)
say('killed and started again it has what it said that it has')

await Promise.all([near, far].map((connection) => connection.closed))
assert.equal(await end(server, 'SIGTERM'), 0)
const left = readdirSync(join(root, image.volume), { recursive: true, encoding: 'utf8' })
assert.deepEqual(
  left.filter((name) => name.endsWith('-wal')),
  [],
)
say('docker stop ends it, and the volume is a copy of its own')
