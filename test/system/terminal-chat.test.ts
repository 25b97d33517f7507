import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRoom, joinRoom, type RoomSession } from '../../packages/client/src/index.ts'
import { runCommand } from '../support/command.ts'
import { openPseudoTerminal, type PseudoTerminal } from '../support/pseudo-terminal.ts'
import { type Server, startServer } from '../support/server.ts'

// `private-chat join` in a real terminal, against the built Worker.

let server: Server

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await server?.stop()
})

const JOIN = `exec "$NODE" "$COMMAND" join --alias Ada`

/** Opens a room with somebody in it. */
async function openRoom(password?: string): Promise<{ ben: RoomSession; link: string }> {
  const created = await createRoom({ server: server.origin, ...(password && { password }) })
  if (!created.ok) throw new Error(created.refusal.message)
  const { link, seat } = created.value
  const ben = await joinRoom({ seat, alias: 'Ben' })
  if (!ben.ok) throw new Error(ben.refusal.message)
  return { ben: ben.value, link }
}

/** Resolves with what the other one says next. */
function hear(room: RoomSession): Promise<string> {
  return new Promise((resolve) => {
    const off = room.on('chat.message', ({ mine, text }) => {
      if (mine) return
      off()
      resolve(text)
    })
  })
}

/** Nothing of a conversation is left, and the terminal is as it was. */
function expectGivenBack({ screen }: PseudoTerminal): void {
  expect([...screen.on].sort()).toEqual(['cursor', 'wrapping'])
  for (const word of ['hello', 'Ben', 'Ada', 'secret']) expect(screen.scrollback).not.toContain(word)
}

test('a chat: what is said is seen, it fits the window, and nothing of it stays', async () => {
  const { ben, link } = await openRoom()
  const terminal = openPseudoTerminal(JOIN, { PRIVATE_CHAT_LINK: link })
  await terminal.see('2 here: You, Ben')
  const attack = '\x1b]0;hello\x07\x1b[2J\x9b31m\u202e日本語 👩‍👩‍👧‍👦 hello'
  await ben.send(`${attack} ${'and many more words '.repeat(8)}`)
  await terminal.see('日本語 👩‍👩‍👧‍👦 hello and many')
  ben.setTyping()
  await terminal.see('Ben is typing')

  const answer = hear(ben)
  terminal.press('secret answer')
  await terminal.see('> secret answer')
  terminal.press('\r')
  expect(await answer).toBe('secret answer')

  terminal.resize(40, 12)
  await terminal.see('─'.repeat(40))
  const pasted = hear(ben)
  terminal.press('\x1b[200~one\rtwo\x1b[201~')
  await terminal.see('> one\n  two')
  terminal.press('\r')
  expect(await pasted).toBe('one\ntwo')

  terminal.press('\x1b[5~\x1b[5~\x1b[5~\x1b[5~')
  await terminal.see('older messages')
  await ben.send('hello again')
  await terminal.see('new messages below')
  expect(terminal.screen.rows.join()).not.toContain('hello again')
  terminal.press('\x1b[F')
  await terminal.see('── new ─')

  terminal.press('\x03')
  expect(await terminal.ended).toBe(0)
  expectGivenBack(terminal)
  // Who keeps no seat comes back by the link: it is still there, though both have spoken.
  await expect.poll(() => ben.participants.length).toBe(1)
  expect(ben.room.invitable).toBe(true)
  await ben.destroy()
})

test.for([
  { by: 'SIGTERM', code: 143 },
  { by: 'SIGHUP', code: 129 },
] as const)('the terminal is given back, and the seat, after $by', async ({ by, code }) => {
  const { ben, link } = await openRoom()
  await ben.send('hello')
  const terminal = openPseudoTerminal(JOIN, { PRIVATE_CHAT_LINK: link, NO_COLOR: '1' })
  await terminal.see('  hello')
  // Without colours there is no sequence that sets any.
  expect(terminal.output()).not.toContain('\x1b[2m')
  terminal.signal(by)
  expect(await terminal.ended).toBe(code)
  expectGivenBack(terminal)
  await expect.poll(() => ben.participants.length).toBe(1)
  await ben.destroy()
})

test('a fault gives the terminal back, and tells nothing of what was said', async () => {
  const { ben, link } = await openRoom()
  await ben.send('hello')
  const terminal = openPseudoTerminal(JOIN, {
    PRIVATE_CHAT_LINK: link,
    NODE_OPTIONS: `--import ${join(import.meta.dirname, '../support/fault-on-signal.ts')}`,
  })
  await terminal.see('  hello')
  terminal.signal('SIGUSR2')
  expect(await terminal.ended).toBe(70)
  expectGivenBack(terminal)
  expect(terminal.screen.scrollback).toContain('Please report it')
  await ben.destroy()
})

test('the end of the room ends the chat, and what was said is gone from the screen', async () => {
  const { ben, link } = await openRoom()
  await ben.send('hello')
  const terminal = openPseudoTerminal(JOIN, { PRIVATE_CHAT_LINK: link })
  await terminal.see('  hello')
  terminal.press('/destroy\r')
  await terminal.see('y/n')
  terminal.press('y')
  expect(await terminal.ended).toBe(0)
  expectGivenBack(terminal)
  expect(terminal.screen.scrollback).toContain('was destroyed')
  await expect.poll(() => ben.overReason).toBe('destroyed')
})

test('a link and a password are asked for, and neither is shown', async () => {
  const { ben, link } = await openRoom('correct horse')
  const terminal = openPseudoTerminal(JOIN, {})
  await terminal.see('Paste the invite link')
  terminal.press(`${link}\r`)
  await terminal.see('The password of this room:')
  terminal.press('wrong horse\r')
  await terminal.see('That is not it.')
  terminal.press('correct horse\r')
  await terminal.see('2 here: You, Ben')
  terminal.press('\x03')
  expect(await terminal.ended).toBe(0)
  expect(terminal.output()).not.toContain('horse')
  expect(terminal.output()).not.toContain(new URL(link).hash)
  await ben.destroy()
})

test('Ctrl+Z leads to a shell without the conversation, and fg back to it', async () => {
  const { ben, link } = await openRoom()
  await ben.send('hello')
  const terminal = openPseudoTerminal('exec env PS1="shell: " bash --norc --noprofile -i', {
    ...{ PRIVATE_CHAT_LINK: link, HISTFILE: '' },
  })
  await terminal.see('shell:')
  terminal.press('"$NODE" "$COMMAND" join\r')
  await terminal.see('  hello')
  terminal.press('\x1a')
  await terminal.see('Stopped')
  expect(terminal.screen.rows.join('\n')).not.toContain('hello')
  terminal.press('fg\r')
  await terminal.see('  hello')
  terminal.press('\x03')
  await terminal.see('shell:')
  expectGivenBackTo(terminal)
  terminal.press('exit\r')
  expect(await terminal.ended).toBe(0)
  await ben.destroy()
})

/** A shell marks pastes itself. */
function expectGivenBackTo({ screen }: PseudoTerminal): void {
  expect([...screen.on].filter((name) => name !== 'paste').sort()).toEqual(['cursor', 'wrapping'])
  expect(screen.scrollback).not.toContain('hello')
}

test('whoever destroys a room at a terminal is asked first', async () => {
  const { ben, link } = await openRoom()
  const destroy = `exec "$NODE" "$COMMAND" destroy`
  for (const { answer, code, overReason } of [
    { answer: '', code: 1, overReason: undefined },
    { answer: 'y', code: 0, overReason: 'destroyed' },
  ]) {
    const terminal = openPseudoTerminal(destroy, { PRIVATE_CHAT_LINK: link })
    await terminal.see('for everybody? [y/N]')
    terminal.press(`${answer}\r`)
    expect(await terminal.ended).toBe(code)
    await expect.poll(() => ben.overReason).toBe(overReason)
  }
})

test('Ctrl+C ends at once what no seat was taken for yet', async () => {
  const { ben, link } = await openRoom()
  const cases = [
    ['tail', {}, 'Paste the invite link'],
    ['send', { PRIVATE_CHAT_LINK: link }, 'Type the message'],
    ['destroy', { PRIVATE_CHAT_LINK: link }, 'for everybody? [y/N]'],
  ] as const
  const interrupt = async ([command, env, question]: (typeof cases)[number]) => {
    const terminal = openPseudoTerminal(`exec "$NODE" "$COMMAND" ${command}`, env)
    await terminal.see(question)
    terminal.press('\x03')
    expect([command, await terminal.ended]).toEqual([command, 130])
  }
  await Promise.all(cases.map(interrupt))
  await ben.destroy()
})

test('the example of join --help runs', async () => {
  const { ben, link } = await openRoom()
  const { stdout } = await runCommand(['join', '--help'])
  const [, example = ''] = /Example:\n {2}(.*)\n/.exec(stdout) ?? []
  expect(example).toContain('private-chat join')
  const terminal = openPseudoTerminal(`private-chat() { "$NODE" "$COMMAND" "$@"; }; ${example}`, {
    PRIVATE_CHAT_LINK: link,
  })
  await terminal.see('2 here: You, Ben')
  terminal.press('/leave\r')
  expect(await terminal.ended).toBe(0)
  await ben.destroy()
})
