import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRoom, joinRoom, type Message, type RoomSession } from '../../packages/client/src/index.ts'
import { type Server, startServer } from '../support/server.ts'

// The examples of the client package as processes, with the package as it is built, against the built Worker.

const EXAMPLES = join(import.meta.dirname, '../../packages/client/examples')

/** Lines that a bot has at most, without comments and blank lines: so that it is read at once. */
const LINES_MAX = 20

let server: Server
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'private-chat-bots-'))
  server = await startServer()
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a room that its host is in. */
async function openRoom(): Promise<{ host: RoomSession; link: string }> {
  const created = await createRoom({ server: server.origin, capacity: 5, lifetime: 120 })
  if (!created.ok) throw new Error(created.refusal.message)
  const host = await joinRoom({ seat: created.value.seat, alias: 'Ada' })
  if (!host.ok) throw new Error(host.refusal.message)
  return { host: host.value, link: created.value.link }
}

function startBot(name: string, link: string, ...args: string[]): ChildProcessWithoutNullStreams {
  const bot = spawn(process.execPath, [join(EXAMPLES, name), ...args], {
    env: { PATH: process.env.PATH ?? '', PRIVATE_CHAT_LINK: link },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  bot.stderr.pipe(process.stderr)
  return bot
}

/** Resolves once somebody of this name has come. */
async function waitFor(room: RoomSession, name: string): Promise<void> {
  await expect.poll(() => room.participants.map((person) => person.name), { timeout: 20_000 }).toContain(name)
}

/** Resolves with the next message of the others. */
function hear(room: RoomSession): Promise<Message> {
  return new Promise((resolve) => {
    const off = room.on('chat.message', (message) => {
      if (message.mine) return
      off()
      resolve(message)
    })
  })
}

/** Ends a bot as somebody at a terminal does, and waits until its seat is free. */
async function endBot(bot: ChildProcessWithoutNullStreams, room: RoomSession, name: string): Promise<void> {
  const ended = once(bot, 'exit')
  bot.kill('SIGINT')
  expect(await ended).toEqual([0, null])
  await expect.poll(() => room.participants.map((person) => person.name)).not.toContain(name)
}

test('a bot answers', async () => {
  const { host, link } = await openRoom()
  await host.send('!time')
  const bot = startBot('answer-bot.js', link)
  await waitFor(host, 'Answer bot')
  const answer = hear(host)
  // What an object has by itself is no question.
  for (const text of ['__proto__', 'constructor', 'toString']) await host.send(text)
  const asked = await host.send('!help')
  // What was asked before it came has no answer.
  expect(await answer).toMatchObject({ text: 'Ask me for !time or !left.', replyTo: asked.value?.seq })
  await endBot(bot, host, 'Answer bot')
  await host.destroy()
})

test('a bot posts alerts, and leaves when there is nothing more to read', async () => {
  const { host, link } = await openRoom()
  const bot = startBot('alert-bot.js', link)
  await waitFor(host, 'Alerts')
  const alert = hear(host)
  bot.stdin.write('all is well\n12:00 ERROR the disk is full\n')
  expect(await alert).toMatchObject({ seq: 1, text: '12:00 ERROR the disk is full' })
  const ended = once(bot, 'exit')
  bot.stdin.end()
  expect(await ended).toEqual([0, null])
  await host.destroy()
})

test('a bot hands out the questions of a workshop, to hosts', async () => {
  const { host, link } = await openRoom()
  const file = join(folder, 'questions.txt')
  writeFileSync(file, 'What went well?\n\nWhat did not?\n')
  // What was said before it came asks for nothing.
  await host.send('next')
  const greeting = hear(host)
  const bot = startBot('workshop-bot.js', link, file)
  expect(await greeting).toMatchObject({ text: '2 questions. A host says "next" for the first.' })
  const guest = await joinRoom({ link, alias: 'Ben' })
  await guest.value?.send('next')
  for (const text of ['What went well?', 'What did not?', 'That was the last question.']) {
    const question = hearFrom(host, 'Workshop')
    await host.send('Next')
    expect(await question).toMatchObject({ text })
  }
  await endBot(bot, host, 'Workshop')
  await host.destroy()
})

async function hearFrom(room: RoomSession, name: string): Promise<Message> {
  for (;;) {
    const message = await hear(room)
    if (message.sender === name) return message
  }
}

test.for(['answer-bot.js', 'alert-bot.js', 'workshop-bot.js'])('%s is short', (name) => {
  const lines = readFileSync(join(EXAMPLES, name), 'utf8').split('\n')
  const code = lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('//'))
  expect(code.length).toBeLessThanOrEqual(LINES_MAX)
})
