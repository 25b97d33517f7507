import type { Ending } from './ending.ts'
import { EXIT, SIGNAL_EXIT } from './exit-code.ts'
import { toSafeText } from './safe-text.ts'

/** What a command reads and writes: the process's own, or a test's. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  /** Aborted by SIGINT, SIGTERM and SIGHUP, and once nobody reads standard output any more. `readStop` says how it ends then. */
  readonly stopped: AbortSignal
  /** Writes a line to standard output. Resolves once it is written, or nobody reads it any more. */
  print(line: string): Promise<void>
  /** Writes a sentence to standard error. */
  warn(sentence: string): void
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

/** Makes the process's own input and output. From then on a signal stops the command in place of ending the process. */
export function makeIo(): Io {
  const controller = new AbortController()
  const stop = (ending: Ending) => controller.abort(ending)
  for (const [signal, code] of Object.entries(SIGNAL_EXIT)) {
    process.on(signal, () => {
      // The second one is somebody who does not want to wait until the seat is left.
      if (controller.signal.aborted) process.exit(code)
      stop({ code })
    })
  }
  // Whoever has read enough, as `head` does, has not caused a fault. Writing tells that nobody reads a pipe, and nothing else does.
  process.stdout.on('error', () => stop({ code: EXIT.done }))
  process.stderr.on('error', () => {})

  return {
    env: process.env,
    stdin: process.stdin,
    stopped: controller.signal,
    print: (line) =>
      new Promise((resolve) => {
        process.stdout.write(`${line}\n`, () => resolve())
      }),
    warn(sentence) {
      process.stderr.write(formatWarning(sentence))
    },
  }
}
