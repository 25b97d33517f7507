import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '../support/free-port.ts'
import { type OneLanguage, serveOneLanguage } from '../support/one-language.ts'
import { readCommands } from '../support/read-commands.ts'
import { type Server, startServer } from '../support/server.ts'

const ROOT = join(import.meta.dirname, '../..')
const execute = promisify(execFile)

const blocks = execFileSync('git', ['ls-files', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .flatMap((page) => readCommands(page, readFileSync(join(ROOT, page), 'utf8')))
const commands = [...new Set(blocks.flatMap((block) => block.commands))]

/** What CI runs, line for line: a command that stands there is run with every change. */
const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8')

/** The command line as its package has it, which is built for all tests of this run. */
const PRIVATE_CHAT = 'node packages/client/dist/cli.js'

/**
 * Commands that need what no test has, such as an account, or write into the checkout: what is run in their place. Whoever
 * documents another one names here what comes closest to it.
 */
const STAND_INS: Record<string, string> = {
  'npx wrangler login': 'npx wrangler login --help',
  'npm run deploy': 'npm run deploy -- --dry-run',
  // Every run of CI lints all files.
  'npm run fix': 'npm run lint -- package.json',
  'npm run verify -- "$SERVER"': 'npm run verify -- "$SERVER" --built "$BUILT"',
  'private-chat verify "$SERVER"': `${PRIVATE_CHAT} verify "$SERVER"`,
  'private-chat verify "$SERVER" --manifest manifest.json': `${PRIVATE_CHAT} verify "$SERVER" --manifest "$BUILT/build.json"`,
  // Packing is tried whole in client-tarball.test.ts.
  'npm pack --workspace private-chat-client':
    'npm pack --workspace private-chat-client --dry-run --ignore-scripts',
}

/** Commands that serve the app until they are ended, and what gives them a port of the test's. */
const SERVERS: Record<string, (port: number) => string> = {
  'npm ci && npm run dev': (port) => `npm run dev -- --port ${port} --inspector-port 0`,
  'npm ci && npm run serve': (port) => `PORT=${port} DATA=.cache/documented npm run serve`,
}

/** Milliseconds in which such a command builds and serves, on a machine that is busy with other tests: alone it takes 10 s. */
const STARTED_WITHIN = 180_000

let server: Server
/** What is checked of all languages in verify.test.ts is checked of one here. */
let small: OneLanguage
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'private-chat-commands-'))
  server = await startServer()
  small = await serveOneLanguage(server.origin)
})

afterAll(async () => {
  small?.stop()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a line in a shell; fails with what it printed where it ends with another code than 0. */
async function run(line: string, cwd = ROOT): Promise<string> {
  // The client is built already, for all tests of this run.
  const env = { ...process.env, CLIENT_BUILT: '1', CI: '1', SERVER: small.origin, BUILT: small.built }
  const { stdout } = await execute('sh', ['-ec', line], { cwd, env })
  return stdout
}

const isCall = (command: string) => /\bcurl\b|^ROOM=/.test(command)
const pagesWithCalls = [
  ...new Set(blocks.filter((block) => block.commands.some(isCall)).map(({ page }) => page)),
]

/** The code that curl ends with where its `--max-time` was over. */
const CURL_TIME_IS_OVER = 28

const others = commands.filter((command) => !isCall(command))
const isRunByCi = (command: string) => ci.includes(command)

test('the pages have commands, and each is a kind that is run', () => {
  expect(commands.length).toBeGreaterThan(8)
  const known = (command: string) =>
    isCall(command) || isRunByCi(command) || command in STAND_INS || command in SERVERS
  expect(commands.filter((command) => !known(command))).toEqual([])
})

test.concurrent.for(others.filter((command) => command in STAND_INS))(
  'what comes closest to: %s',
  { timeout: STARTED_WITHIN },
  async (command) => {
    await run(STAND_INS[command] ?? '')
  },
)

test.for(others.filter((command) => command in SERVERS))(
  '%s',
  { timeout: STARTED_WITHIN },
  async (command) => {
    const port = await findFreePort()
    const child = spawn('sh', ['-ec', SERVERS[command]?.(port) ?? ''], {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, CLIENT_BUILT: '1', CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit')
    try {
      let printed = ''
      const ready = Promise.withResolvers<void>()
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk) => {
          printed += chunk
          if (/Ready on|listening/i.test(printed)) ready.resolve()
        })
      void ended.then(() => ready.reject(new Error(`it ended before it was ready: ${printed}`)))
      await ready.promise
      const page = await fetch(`http://localhost:${port}/`)
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>')])
    } finally {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
      await ended
    }
  },
)

test.for(pagesWithCalls)('the calls of %s, one after the other', async (page) => {
  const script = blocks
    .filter((block) => block.page === page && block.commands.some(isCall))
    .map((block) => block.script)
    .join('')
    .replaceAll('localhost:8787', new URL(server.origin).host)
    // A stream ends with its room: a few seconds of it are enough here, and the code says that the time was over.
    .replaceAll(/^curl -sfN .*$/gm, (line) => `${line} --max-time 4 || test $? -eq ${CURL_TIME_IS_OVER}`)
  const printed = await run(script, folder)
  expect(printed).toContain('"text":"hello"')
  expect(printed).toContain('data: {"event":"room.welcome"')
})
