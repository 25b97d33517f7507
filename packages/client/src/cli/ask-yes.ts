import { createInterface } from 'node:readline/promises'
import type { Io } from './io.ts'
import { openTerminal } from './open-terminal.ts'

/**
 * Asks a question that y answers.
 * @returns null where nobody sits at a terminal
 */
export async function askYes(io: Io, question: string): Promise<boolean | null> {
  const terminal = openTerminal(io.stdin)
  if (terminal === null) return null
  // The terminal edits the line itself: a y needs no more, and Ctrl+C stays a signal.
  const lines = createInterface({ input: terminal, output: process.stderr, terminal: false })
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} `, { signal: io.stopped })).trim())
  } catch {
    process.stderr.write('\n')
    return false
  } finally {
    lines.close()
    if (terminal !== io.stdin) terminal.destroy()
  }
}
