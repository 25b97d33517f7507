import { runChat } from './chat/run-chat.ts'
import type { Command } from './command.ts'
import { endWithUsage } from './ending.ts'
import { enterRoom } from './enter-room.ts'
import { openTerminal } from './open-terminal.ts'
import { ENTRY_OPTIONS, readEntry } from './read-entry.ts'
import { StdinText } from './stdin-text.ts'

/** `private-chat join` */
export const join: Command = {
  name: 'join',
  summary: 'join a room in a full-screen chat',
  usage: '[LINK] [OPTIONS]',
  positionals: ['LINK'],
  options: ENTRY_OPTIONS,
  help: `Shows a room in the whole terminal. Nothing of it stays in the scrollback or in a history file. Ctrl+C leaves the
room and frees your seat; /help lists the other keys.`,
  example: 'private-chat join --alias Ada',

  async run(args, io) {
    if (!process.stdout.isTTY || io.env.TERM === 'dumb')
      return endWithUsage('join needs a terminal; tail and send work without one.').ending
    const entry = await readEntry(args, io, new StdinText(io.stdin))
    if (!entry.ok) return entry.ending
    const terminal = openTerminal(io.stdin)
    if (terminal === null) return endWithUsage('join needs a keyboard; tail works without one.').ending
    try {
      const entered = await enterRoom(entry.value, io)
      return entered.ok ? await runChat(entered.value, io, terminal) : entered.ending
    } finally {
      if (terminal !== io.stdin) terminal.destroy()
    }
  },
}
