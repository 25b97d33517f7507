import { openSync } from 'node:fs'
import { ReadStream } from 'node:tty'

/**
 * Returns the terminal that somebody sits at, to read keys from: standard input, or the terminal itself where standard input
 * brings a link or a text. Null where nobody sits at one.
 */
export function openTerminal(stdin: NodeJS.ReadStream): ReadStream | null {
  if (stdin.isTTY) return stdin as ReadStream
  try {
    return new ReadStream(openSync('/dev/tty', 'r'))
  } catch {
    return null
  }
}
