import type { Ending } from './ending.ts'
import { EXIT, SIGNAL_EXIT } from './exit-code.ts'
import { toSafeText } from './safe-text.ts'

/** What a command reads and writes: the process's own, or a test's. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  /**
   * Aborted by a signal once `holdSeat` was called, and once standard output can't be written any more. `readStop` says how it ends
   * then.
   */
  readonly stopped: AbortSignal
  /** Says that a seat may be taken from now on: until then SIGINT, SIGTERM and SIGHUP end the process at once, as nothing has to be left. */
  holdSeat(): void
  /** Writes a line to standard output. Resolves once it is written, or nobody reads it any more. */
  print(line: string): Promise<void>
  /** Writes a sentence to standard error. */
  warn(sentence: string): void
}

/** How a command ends whose output is lost, as on a disk that is full. */
const UNWRITTEN: Ending = {
  code: EXIT.unwritten,
  message: 'Standard output can’t be written: what was to be printed is lost.',
}

/** Returns how a command ends, whatever it did: who does not get what it prints has not got what they asked for. */
export function readEnding(ending: Ending, stopped: AbortSignal): Ending {
  return stopped.reason === UNWRITTEN ? UNWRITTEN : ending
}

/** Returns how a command ends that was stopped. */
export function readStop(stopped: AbortSignal): Ending {
  return stopped.reason as Ending
}

/**
 * Returns a sentence as standard error is sent it. A server may have written it, who knows what with: a terminal obeys nothing of
 * it, and what follows a line break in it can't be taken for another sentence of this program.
 */
export function formatWarning(sentence: string): string {
  return `private-chat: ${toSafeText(sentence).replaceAll('\n', '\n  ')}\n`
}

/** Makes the process's own input and output. */
export function makeIo(): Io {
  const controller = new AbortController()
  const stop = (ending: Ending) => controller.abort(ending)
  let holdsSeat = false
  for (const [signal, code] of Object.entries(SIGNAL_EXIT)) {
    process.on(signal, () => {
      if (holdsSeat && !controller.signal.aborted) return stop({ code })
      // It is the second one, of somebody who does not want to wait until the seat is left; or it came in the middle of a question.
      if (process.stderr.isTTY) process.stderr.write('\n')
      process.exit(code)
    })
  }
  // Whoever has read enough, as `head` does, has not caused a fault. Writing tells that nobody reads a pipe, and nothing else does.
  const stopWriting = ({ code }: NodeJS.ErrnoException) =>
    stop(code === 'EPIPE' ? { code: EXIT.done } : UNWRITTEN)
  process.stdout.on('error', stopWriting)
  process.stderr.on('error', () => {})

  return {
    env: process.env,
    stdin: process.stdin,
    stopped: controller.signal,
    holdSeat() {
      holdsSeat = true
    },
    print: (line) =>
      new Promise((resolve) => {
        process.stdout.write(`${line}\n`, (error) => {
          if (error) stopWriting(error)
          resolve()
        })
      }),
    warn(sentence) {
      process.stderr.write(formatWarning(sentence))
    },
  }
}
