import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** `private-chat` as it is built for the package. */
export const COMMAND_FILE = join(import.meta.dirname, '../../packages/client/dist/cli.js')

/** What a command is started with. */
interface CommandOptions {
  /** Standard input; none unless given. */
  input?: string | Buffer
  env?: Record<string, string>
  cwd?: string
}

/** What a command came to. */
export interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

/** A command that runs. */
export interface RunningCommand {
  readonly child: ChildProcessWithoutNullStreams
  /** Returns the next line that it prints; undefined once there are no more. */
  readLine(): Promise<string | undefined>
  /** Resolves once it has ended. */
  readonly ended: Promise<CommandResult>
}

/** Starts `private-chat` in an environment that has nothing of the test's. */
export function startCommand(args: readonly string[], options: CommandOptions = {}): RunningCommand {
  const { input, env = {}, cwd } = options
  const child = spawn(process.execPath, [COMMAND_FILE, ...args], {
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1', ...env },
    ...(cwd && { cwd }),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // Where a test fails, what it started would go on.
  onTestFinished(() => void child.kill('SIGKILL'))
  // A command that refuses its arguments does not read what it is given.
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const stderr = text(child.stderr)
  const read: string[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => read.push(line))
  let taken = 0
  const exit = once(child, 'exit')
  const closed = once(lines, 'close')
  return {
    child,
    async readLine() {
      while (read.length === taken && child.stdout.readable) await Promise.race([once(lines, 'line'), closed])
      taken += 1
      return read[taken - 1]
    },
    ended: (async () => {
      const [code] = await exit
      await closed
      return { code, stdout: read.map((line) => `${line}\n`).join(''), stderr: await stderr }
    })(),
  }
}

/** Runs `private-chat` to its end. */
export function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  return startCommand(args, options).ended
}
