import { type Fault, type LogLine, toFaultLine } from './log-line.ts'

/**
 * Writes a line. Only objects may call it: the platform stores each line with the request in which it was written, and a
 * request to the Worker has an address with a room id in it. The Worker uses `writeFromObject`.
 */
export function writeLine(line: LogLine): void {
  const method = line.level === 'info' ? 'log' : line.level
  // biome-ignore lint/suspicious/noConsole: this is the one place that writes lines.
  console[method](JSON.stringify(line))
}

/**
 * Logs a fault of an object.
 * @returns the incident that names it
 */
export function log(event: Fault, error: unknown): string {
  const line = toFaultLine(event, error)
  writeLine(line)
  return line.incident
}

/** Runs something, and logs what it throws before that goes on its way. */
export function logThrown<T>(event: Fault, run: () => T): T {
  try {
    return run()
  } catch (error) {
    log(event, error)
    throw error
  }
}
