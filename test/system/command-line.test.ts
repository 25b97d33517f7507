import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMANDS } from '../../packages/client/src/cli/commands.ts'
import { COMMAND_FILE, runCommand, startCommand } from '../support/command.ts'
import { readCommands } from '../support/read-commands.ts'
import { type Server, startServer } from '../support/server.ts'

// The built command, as processes, against the built Worker.

let server: Server
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'private-chat-command-'))
  server = await startServer()
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function createLink(...options: string[]): Promise<string> {
  const { code, stdout } = await runCommand(['create', '--server', server.origin, ...options])
  if (code !== 0) throw new Error('the room was not created')
  return stdout.trimEnd()
}

async function readRoom(link: string): Promise<{ seats: number }> {
  return (await fetch(`${server.origin}/api/rooms/${new URL(link).pathname.split('/')[2]}`)).json()
}

/** Waits until so many have a seat. */
async function seatsOf(link: string, seats: number): Promise<void> {
  await expect.poll(async () => (await readRoom(link)).seats, { timeout: 30_000 }).toBe(seats)
}

const keyOf = (link: string) => new URL(link).hash.slice(1)

test('create, send, tail, destroy: by argument, environment and standard input', async () => {
  const created = await runCommand([
    'create',
    '--server',
    server.origin,
    '--capacity',
    '2',
    '--lifetime',
    '60',
  ])
  expect(created).toMatchObject({ code: 0, stderr: '' })
  expect(created.stdout).toMatch(new RegExp(`^${server.origin}/room/[\\w-]{21}#2[\\w-]{43}\n$`))
  const link = created.stdout.trimEnd()

  const sent = await runCommand(['send', link, '--alias', 'Ada'], { input: 'by argument\n' })
  expect(sent).toEqual({ code: 0, stdout: '', stderr: '' })
  // The first has left its seat again: a room for two has one for each of these.
  const env = { PRIVATE_CHAT_LINK: link }
  expect(await runCommand(['send'], { input: 'two\nlines \u202e\u001b[2J', env })).toMatchObject({ code: 0 })
  expect(await runCommand(['send', '-'], { input: `${link}\nby standard input\n\n` })).toMatchObject({
    code: 0,
  })

  const tail = startCommand(['tail'], { env })
  const lines = [await tail.readLine(), await tail.readLine(), await tail.readLine()]
  const said = lines.map((line) => JSON.parse(line ?? ''))
  expect(said).toMatchObject([
    { sender: 'Ada', text: 'by argument', seq: 1, timestamp: expect.any(Number), opened: 'opened' },
    { text: 'two\nlines \u202e\u001b[2J', seq: 2 },
    { text: 'by standard input\n', seq: 3 },
  ])
  expect(lines.join('')).not.toMatch(/\p{Cc}|\u202e/u)
  await runCommand(['send', '--alias', 'Cleo'], { input: 'while it runs', env })
  expect(JSON.parse((await tail.readLine()) ?? '')).toMatchObject({
    sender: 'Cleo',
    text: 'while it runs',
    seq: 4,
  })

  // Nobody sits at a terminal here, so nobody is asked.
  expect(await runCommand(['destroy'], { env })).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(await tail.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('was destroyed') })
  for (const command of [['send'], ['tail'], ['destroy', '--yes']])
    expect(await runCommand(command, { env, input: 'x' })).toMatchObject({
      code: 4,
      stdout: '',
      stderr: expect.stringContaining('does not exist'),
    })
})

/** Makes Node say that it is an older one. */
const OLDER_NODE = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})`

test('what is wrong has its exit code, says what to do, and names no key', async () => {
  const link = await createLink()
  const env = { PRIVATE_CHAT_LINK: link }
  const wrongLink = `${link.slice(0, -4)}AAAA`
  const port = new URL(server.origin).port
  const cases: [string[], Parameters<typeof runCommand>[1], number, string][] = [
    [[], {}, 2, 'private-chat --help'],
    [['send'], { input: 'x' }, 2, 'PRIVATE_CHAT_LINK'],
    [['send', link.slice(0, -10)], { input: 'x' }, 2, 'no whole invite link'],
    [['send', wrongLink], { input: 'x' }, 1, 'copy all of it'],
    [['send'], { env, input: '' }, 2, 'nothing to send'],
    [['send'], { env, input: ' \n' }, 2, 'nothing to send'],
    [['send'], { env, input: Buffer.from([0xff, 0xfe]) }, 2, 'UTF-8'],
    [['send'], { env, input: 'x'.repeat(16_385) }, 2, '16384 bytes at most'],
    [['send'], { env, input: 'x'.repeat(16_000) }, 1, 'too long'],
    [['send', '--seat', folder], { env, input: 'x' }, 2, '--seat'],
    [['tail', '--count', 'many'], { env }, 2, '--count'],
    [['join'], { env }, 2, 'needs a terminal'],
    [['create', '--server', 'chat'], {}, 2, 'no address of a server'],
    [['create', '--server', server.origin, '--capacity', '1'], {}, 2, '--capacity'],
    [['create', '--server', server.origin, '--seat', folder], {}, 2, '--seat'],
    [['--help'], { env: { NODE_OPTIONS: `--import=${OLDER_NODE}` } }, 2, 'needs Node 22 or newer'],
    [['send', link.replace(port, '1')], { input: 'x' }, 3, 'can not be reached'],
  ]
  const check = async ([args, options, code, says]: (typeof cases)[number]) => {
    const result = await runCommand(args, options)
    expect({ args, ...result }).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(says) })
    expect(result.stderr).toMatch(/^private-chat: [^\n]+\n$/)
    expect(result.stderr).not.toContain(keyOf(link))
  }
  await Promise.all(cases.map(check))
  // Nothing was stored, and no seat is taken.
  expect(await readRoom(link)).toMatchObject({ seats: 0 })
})

test('a signal leaves the seat, and so does a pipe that nobody reads', async () => {
  const link = await createLink()
  const env = { PRIVATE_CHAT_LINK: link }
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    const tail = startCommand(['tail'], { env })
    await seatsOf(link, 1)
    tail.child.kill(signal)
    expect(await tail.ended).toEqual({ code, stdout: '', stderr: '' })
    expect(await readRoom(link)).toMatchObject({ seats: 0 })
  }
  await runCommand(['send'], { env, input: 'one' })
  const shell = spawn('bash', ['-c', `"$0" "$1" tail | head -n 1`, process.execPath, COMMAND_FILE], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(shell, 'exit')
  const [printed] = await once(shell.stdout, 'data')
  expect(JSON.parse(`${printed}`)).toMatchObject({ text: 'one' })
  // That nobody reads any more is found out by writing.
  await runCommand(['send'], { env, input: 'two' })
  expect(await ended).toEqual([0, null])
  expect(await readRoom(link)).toMatchObject({ seats: 0 })
})

test.runIf(process.platform === 'linux')('the list of processes does not show the key', async () => {
  const link = await createLink()
  const tail = startCommand(['tail', link])
  await seatsOf(link, 1)
  expect(readFileSync(`/proc/${tail.child.pid}/cmdline`, 'utf8').replaceAll('\0', '')).toBe(
    'private-chat tail',
  )
  tail.child.kill('SIGTERM')
  await tail.ended
})

test('a seat is kept between commands: the host’s, and a participant’s', async () => {
  const host = join(folder, 'host.json')
  const link = await createLink('--capacity', '3', '--seat', host)
  expect(statSync(host).mode & 0o777).toBe(0o600)
  const env = { PRIVATE_CHAT_LINK: link }
  const ada = join(folder, 'ada.json')
  expect(await runCommand(['send', '--seat', ada, '--alias', 'Ada'], { env, input: 'one' })).toMatchObject({
    code: 0,
  })
  // No link is needed beside it.
  expect(await runCommand(['send', '--seat', ada], { input: 'two' })).toMatchObject({ code: 0 })
  const { stdout } = await runCommand(['tail', '--count', '2'], { env })
  const [one, two] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(two).toMatchObject({ sender: 'Ada', participantId: one.participantId })
  expect(await readRoom(link)).toMatchObject({ seats: 1 })

  expect(await runCommand(['destroy', '--yes'], { env })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--seat FILE'),
  })
  expect(await runCommand(['destroy', '--yes', '--seat', host])).toMatchObject({ code: 0, stderr: '' })
  // A key that opens nothing any more is not left on the disk.
  expect(existsSync(host)).toBe(false)
})

test('a password comes by file, environment or standard input, and is asked of nobody in a script', async () => {
  const file = join(folder, 'password')
  writeFileSync(file, 'correct horse\n')
  const link = await createLink('--password-file', file)
  const env = { PRIVATE_CHAT_LINK: link }
  expect(await runCommand(['send'], { env, input: 'x' })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--password-file'),
  })
  const wrong = { ...env, PRIVATE_CHAT_PASSWORD: 'wrong horse' }
  expect(await runCommand(['send'], { env: wrong, input: 'x' })).toMatchObject({ code: 1 })
  expect(await runCommand(['send', '--password-file', file], { env, input: 'by file' })).toMatchObject({
    code: 0,
  })
  const all = { input: `${link}\ncorrect horse\nby standard input` }
  expect(await runCommand(['send', '-', '--password-file', '-'], all)).toMatchObject({ code: 0 })
  const right = { ...env, PRIVATE_CHAT_PASSWORD: 'correct horse' }
  const { stdout } = await runCommand(['tail', '--count', '2'], { env: right })
  expect(stdout).toContain('"text":"by file"')
  expect(stdout).toContain('"text":"by standard input"')
})

test('at a closed door it waits, and a full room says so', async () => {
  const host = join(folder, 'door.json')
  const link = await createLink('--door', 'knock', '--seat', host)
  const env = { PRIVATE_CHAT_LINK: link }
  const waiting = startCommand(['send'], { env, input: 'hello' })
  const [said] = await once(waiting.child.stderr, 'data')
  expect(`${said}`).toContain('You are at the door')
  waiting.child.kill('SIGINT')
  expect(await waiting.ended).toMatchObject({ code: 130, stdout: '' })
  const other = startCommand(['send'], { env, input: 'hello' })
  await once(other.child.stderr, 'data')
  await runCommand(['destroy', '--yes', '--seat', host])
  // What was to be sent is not stored.
  expect(await other.ended).toMatchObject({ code: 4, stdout: '' })

  const full = await createLink()
  const tails = [1, 2].map(() => startCommand(['tail', full]))
  await seatsOf(full, 2)
  expect(await runCommand(['send', full], { input: 'x' })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('full'),
  })
  for (const tail of tails) {
    tail.child.kill('SIGTERM')
    await tail.ended
  }
})

const PASSWORD = 'correct horse battery'

/** Makes an account, and keeps its login in a file. */
async function signUp(name: string): Promise<string[]> {
  const email = `${name}@example.com`
  const made = await fetch(`${server.origin}/api/accounts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  expect(made.status).toBe(201)
  return ['--session', join(folder, `${name}.json`), '--server', server.origin, '--email', email]
}

test('a facilitator plans an encrypted room, reads what was said in it, and deletes it', async () => {
  const signIn = await signUp('fay')
  const session = signIn.slice(0, 2)
  expect(await runCommand(['rooms', 'list', ...session])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--email'),
  })
  const env = { PRIVATE_CHAT_PASSWORD: 'wrong horse battery' }
  expect(await runCommand(['rooms', 'list', ...signIn], { env })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--password-file'),
  })
  const password = { input: `${PASSWORD}\n` }
  expect(await runCommand(['rooms', 'list', ...signIn, '--password-file', '-'], password)).toEqual({
    ...{ code: 0, stdout: '', stderr: '' },
  })
  expect(statSync(join(folder, 'fay.json')).mode & 0o777).toBe(0o600)
  const plan = ['rooms', 'schedule', ...session, '--title', 'Retro', '--closes-at']
  expect(await runCommand([...plan, 'tomorrow'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('+90m'),
  })
  const planned = await runCommand([...plan, '+2h'])
  expect(planned).toMatchObject({ code: 0, stderr: '' })
  const link = planned.stdout.trimEnd()
  await runCommand(['send', link, '--alias', 'Ben'], { input: 'what went well' })

  const listed = await runCommand(['rooms', 'list', ...session])
  const [roomId = '', state, , , messages, title] = listed.stdout.trimEnd().split('\t')
  expect([roomId, state, messages, title]).toEqual([link.split(/[/#]/)[4], 'open', '1', 'Retro'])
  const transcript = await runCommand(['rooms', 'transcript', roomId, ...session, '--format', 'json'])
  expect(JSON.parse(transcript.stdout)).toMatchObject({ messages: [{ text: 'what went well' }] })
  expect(await runCommand(['rooms', 'delete', roomId, ...session])).toMatchObject({ code: 0, stderr: '' })
  expect(await runCommand(['rooms', 'sign-out', ...session])).toMatchObject({ code: 0 })
  expect(await runCommand(['rooms', 'list', ...session])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--email'),
  })
})

test('the commands of the package’s README run', async () => {
  const page = join(import.meta.dirname, '../../packages/client/README.md')
  const blocks = readCommands(page, readFileSync(page, 'utf8'))
  const scripts = blocks.map(({ script }) => script).filter((script) => /^ *private-chat /m.test(script))
  expect(scripts.length).toBeGreaterThan(1)
  for (const script of scripts) expect([script, ...(await runShell(script))]).toEqual([script, 0, null])
})

/** Runs shell in the test's folder, with the built command and the test's server. Resolves with its exit code and signal. */
async function runShell(script: string, env: Record<string, string> = {}): Promise<unknown[]> {
  const shell = spawn(
    'bash',
    ['-euo', 'pipefail', '-c', `private-chat() { "$NODE" "$COMMAND" "$@"; }\n${script}`],
    {
      cwd: folder,
      env: {
        ...{ PATH: process.env.PATH ?? '', NODE: process.execPath, COMMAND: COMMAND_FILE },
        ...{ SERVER: server.origin, ...env },
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  return once(shell, 'exit')
}

test.runIf(process.platform === 'linux')('what can’t be printed is told, and is no success', async () => {
  expect(await runShell('private-chat create --server "$SERVER" 2>&1 > /dev/full | grep -q lost')).toEqual([
    74,
    null,
  ])
})

test('every command has help with an example, which runs', async () => {
  const checkHelp = async ({ name, example }: (typeof COMMANDS)[number]) => {
    const words = name.split(' ')
    const [asked, helped] = await Promise.all([
      runCommand([...words, '--help']),
      runCommand(['help', ...words]),
    ])
    expect(helped).toEqual(asked)
    expect([asked.code, asked.stdout]).toEqual([0, expect.stringContaining(example.split('\n')[0] ?? '')])
  }
  await Promise.all(COMMANDS.map(checkHelp))

  const signIn = await signUp('facilitator')
  const env = { PRIVATE_CHAT_PASSWORD: PASSWORD }
  const plan = ['rooms', 'schedule', ...signIn, '--title', 'Planned', '--closes-at', '+1h']
  const ROOM = (await runCommand(plan, { env })).stdout.split(/[/#]/)[4] ?? ''
  const link = await createLink()
  for (const { name, example } of COMMANDS) {
    // A chat needs a terminal (terminal-chat.test.ts), and verify a manifest of the build (verify.test.ts).
    if (name === 'join' || name === 'verify') continue
    const ended = await runShell(example, { PRIVATE_CHAT_LINK: link, ROOM })
    expect([name, ...ended]).toEqual([name, 0, null])
  }
})
