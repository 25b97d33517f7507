import type { Io } from './io.ts'
import { openTerminal } from './open-terminal.ts'

const INTERRUPT = '\x03'
const END_OF_INPUT = '\x04'
const DELETE_LINE = '\x15'

/**
 * Asks for a secret at the terminal. What is typed or pasted is not shown, and stands in no history.
 * @returns null where nobody sits at a terminal, or nobody answered
 */
export async function askHidden(io: Io, question: string): Promise<string | null> {
  const terminal = openTerminal(io.stdin)
  if (terminal === null || io.stopped.aborted) return null
  // Before the question: whoever pastes at once pastes into a terminal that shows nothing any more.
  terminal.setRawMode(true)
  process.stderr.write(`${question} `)
  const answer = Promise.withResolvers<string | null>()
  let typed = ''
  const read = (chunk: Buffer) => {
    // What follows the line end was pasted with it, and is no part of the answer.
    for (const character of chunk.toString('utf8')) {
      if (character === '\r' || character === '\n') return answer.resolve(typed)
      if (character === INTERRUPT) return process.kill(process.pid, 'SIGINT')
      if (character === END_OF_INPUT) return answer.resolve(typed || null)
      if (character === DELETE_LINE) typed = ''
      else if (character === '\x7f' || character === '\b') typed = typed.slice(0, -1)
      else if (character >= ' ') typed += character
    }
  }
  const stop = () => answer.resolve(null)
  io.stopped.addEventListener('abort', stop)
  terminal.on('data', read)
  terminal.resume()
  try {
    return await answer.promise
  } finally {
    io.stopped.removeEventListener('abort', stop)
    terminal.off('data', read)
    terminal.setRawMode(false)
    terminal.pause()
    process.stderr.write('\n')
    if (terminal !== io.stdin) terminal.destroy()
  }
}
