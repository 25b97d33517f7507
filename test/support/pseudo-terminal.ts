import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { COMMAND_FILE } from './command.ts'
import { TerminalScreen } from './terminal-screen.ts'

/** Milliseconds in which something is to be seen. */
const SEEN_WITHIN = 15_000

/** A program in a terminal. */
export interface PseudoTerminal {
  readonly screen: TerminalScreen
  /** All that the program wrote. */
  output(): string
  /** Presses keys. */
  press(keys: string): void
  /** Waits until the screen shows something. */
  see(text: string): Promise<void>
  resize(columns: number, rows: number): void
  /** Sends the program a signal. */
  signal(name: NodeJS.Signals): void
  /** Resolves with its exit code once it has ended, and its folder is gone. */
  readonly ended: Promise<number | null>
}

/**
 * Runs a line of shell in a terminal of 80 columns and 24 rows, where `private-chat` is the built command. `script` of util-linux, which
 * every Debian has, makes the terminal.
 */
export function openPseudoTerminal(line: string, env: Record<string, string>): PseudoTerminal {
  const folder = mkdtempSync(join(tmpdir(), 'private-chat-terminal-'))
  const [tty, pid] = [join(folder, 'tty'), join(folder, 'pid')]
  const setUp = `stty rows 24 cols 80; tty > '${tty}'; echo $$ > '${pid}'`
  const child = spawn('script', ['-qfec', `${setUp}; ${line}`, '/dev/null'], {
    env: {
      ...{ PATH: process.env.PATH ?? '', TERM: 'xterm-256color', SHELL: '/bin/bash', HOME: folder },
      ...{ NODE: process.execPath, COMMAND: COMMAND_FILE, ...env },
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // Where a test fails, what it started would go on.
  onTestFinished(() => void child.kill('SIGKILL'))
  const screen = new TerminalScreen(80, 24)
  let output = ''
  let fault: unknown
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    try {
      screen.write(chunk)
    } catch (error) {
      fault ??= error
    }
  })
  const exit = once(child, 'close')
  return {
    screen,
    output: () => output,
    press: (keys) => void child.stdin.write(keys),
    async see(text) {
      const look = () => (fault ? Promise.reject(fault) : Promise.resolve(screen.rows.join('\n')))
      await expect.poll(look, { timeout: SEEN_WITHIN, message: output }).toContain(text)
    },
    resize(columns, rows) {
      screen.resize(columns, rows)
      const terminal = readFileSync(tty, 'utf8').trim()
      execFileSync('stty', ['-F', terminal, 'rows', String(rows), 'cols', String(columns)])
    },
    signal: (name) => void process.kill(Number(readFileSync(pid, 'utf8')), name),
    ended: exit.then(([code]) => {
      rmSync(folder, { recursive: true, force: true })
      if (fault) throw fault
      return code
    }),
  }
}
