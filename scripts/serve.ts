/**
 * `npm run serve`: builds the page and the Worker, and serves them on plain workerd, as the image does. PORT, HOST and DATA
 * say where; the other settings are those of wrangler.toml (docs/deploying.md).
 */

import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { buildServer, SERVER_FOLDER } from './build-server.ts'
import { makeDataFolder } from './server/make-data-folder.ts'
import { removeEmptyDatabases } from './server/remove-empty-databases.ts'

/** Milliseconds that conversations have to end by themselves. What was confirmed is on the disk, whenever the server ends. */
const END_WITHIN = 2_000

const { PORT = '8787', HOST = 'localhost', DATA = 'data' } = process.env

/** Says what is wrong, and ends. */
function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535)
  fail(`PORT is ${JSON.stringify(PORT)}: say a number up to 65535.`)
const data = resolve(DATA)
try {
  makeDataFolder(data)
} catch (error) {
  fail(`DATA is ${data}, and this folder can't be made: ${error instanceof Error ? error.message : error}`)
}

// Builds the page.
await import('./build.ts')
await buildServer(SERVER_FOLDER)
removeEmptyDatabases(data)

const server = spawn(
  join(SERVER_FOLDER, 'workerd'),
  [
    ...['serve', 'config.capnp', '--control-fd', '3'],
    ...['--socket-addr', `http=${HOST}:${PORT}`, '--directory-path', `data=${data}`],
  ],
  { cwd: SERVER_FOLDER, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
)
let isReady = false
server.stdio[3]?.once('data', () => {
  isReady = true
  process.stdout.write(`Ready on http://${HOST}:${PORT}; the rooms are in ${data}\n`)
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    server.kill('SIGTERM')
    setTimeout(() => server.kill('SIGKILL'), END_WITHIN).unref()
  })
server.on('exit', (code, signal) => {
  if (!isReady && signal === null)
    fail(
      `The server did not start; the lines above say why. Where port ${PORT} is taken, say another: PORT=8788 npm run serve`,
    )
  // A server that had to be ended ended as it should.
  process.exit(code ?? 0)
})
