import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readExamples } from '../support/client-examples.ts'
import { type Server, startServer } from '../support/server.ts'

const ROOT = join(import.meta.dirname, '../..')
const PACKAGE = join(ROOT, 'packages/client')
const BIN = join(ROOT, 'node_modules/.bin')
const run = promisify(execFile)

/** Two people talk, encrypted, over a rotation of the keys; then both leave. It ends by itself. */
const SCENE = `
import { createRoom, joinRoom } from 'private-chat-client'

function must(outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
const { link, seat } = must(await createRoom({ server: process.argv[2], capacity: 3, lifetime: 60 }))
const ada = must(await joinRoom({ seat, alias: 'Ada' }))
const ben = must(await joinRoom({ link, alias: 'Ben' }))
const heard = []
const listening = (async () => {
  for await (const { event, data } of ben) if (event === 'chat.message') heard.push(data.sender + ': ' + data.text)
})()
must(await ada.send('one'))
must(await ada.makeLink())
must(await ada.send('two'))
must(await ben.send('three'))
must(await ben.leave())
await listening
must(await ada.destroy())
console.log(heard.join(', '))
`

let server: Server
let folder: string

beforeAll(async () => {
  const starting = startServer({ rateLimits: 'off' })
  folder = await mkdtemp(join(tmpdir(), 'private-chat-client-'))
  // It is built already, and other tests run what was built: `prepack` would take it away from them.
  await runNpm(PACKAGE, 'pack', '--ignore-scripts', '--pack-destination', folder)
  const [tarball = ''] = await readdir(folder)
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  // Without a network: it needs nothing else.
  await runNpm(folder, 'install', '--offline', '--no-audit', '--no-fund', `./${tarball}`)
  await writeFile(join(folder, 'scene.mjs'), SCENE)
  server = await starting
}, 120_000)

afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Runs npm with the Node of this project. */
function runNpm(cwd: string, ...args: string[]) {
  return run('npm', args, { cwd, env: { ...process.env, PATH: `${BIN}:${process.env.PATH}` } })
}

test.for([
  ['Node', process.execPath, []],
  ['Deno', join(BIN, 'deno'), ['run', '--allow-net', '--allow-read', '--allow-env', '--no-lock']],
  ['Bun', join(BIN, 'bun'), ['run']],
] as const)('what is packed and installed alone runs on %s', async ([_, command, args]) => {
  const env = { PATH: process.env.PATH, HOME: folder, DENO_DIR: join(folder, 'deno'), NO_COLOR: '1' }
  const scene = await run(command, [...args, 'scene.mjs', server.origin], { cwd: folder, env })
  expect(scene.stdout.trim()).toBe('Ada: one, Ada: two, Ben: three')
})

test('the library brings no zod and no Solid along, and nothing of Node', async () => {
  const waiting = ['index.js']
  for (const file of waiting) {
    const path = join(folder, 'node_modules/private-chat-client/dist', file)
    const code = await readFile(path, 'utf8')
    expect(code).not.toMatch(/node_modules\/(zod|solid-js|hono)|from "node:/)
    const imported = Array.from(code.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g), ([, name = '']) => name)
    for (const name of imported.map((each) => join(dirname(file), each)))
      if (!waiting.includes(name)) waiting.push(name)
  }
  expect(waiting.length).toBeGreaterThan(5)
})

test('whoever packs it has it built first, by what has built it for these tests', async () => {
  const { scripts } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'))
  expect(scripts.prepack).toBe('node build.ts')
})

test('the command comes with it', async () => {
  const { stdout } = await run(process.execPath, ['node_modules/.bin/private-chat', '--help'], {
    cwd: folder,
  })
  expect(stdout).toContain('Usage: private-chat')
})

test('its types stand alone, and every example fits them', async () => {
  const declared = 'declare const room: RoomSession, friend: RoomSession, link: string'
  for (const { name, imports, body, given } of readExamples()) {
    const type = given.length > 0 && !imports.includes('type RoomSession')
    const head = `${type ? "import type { RoomSession } from 'private-chat-client'\n" : ''}${imports}`
    const used = given.length > 0 ? `${declared}\nvoid [room, friend, link]\n` : ''
    await writeFile(join(folder, `${name.replace(/\W/g, '-')}.ts`), `${head}${used}{\n${body}}\nexport {}\n`)
  }
  const compilerOptions = {
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] },
    ...{ target: 'ES2024', module: 'NodeNext', lib: ['ES2024', 'DOM', 'DOM.AsyncIterable'] },
  }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const checked = await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc')], {
    cwd: folder,
  }).catch((failed) => failed)
  expect(checked.stdout).toBe('')
})
