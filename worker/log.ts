/** What is logged of a fault: the event, the kind of error, and where in this code it was thrown. */
export interface LogLine {
  event: string
  kind: string | undefined
  at: string | undefined
}

/**
 * Makes the line of an event. A line never contains a message's text, a name, a token, a password, an address or a room id,
 * and therefore not the error's own message.
 */
export function toLogLine(event: string, error?: unknown): LogLine {
  const kind = error instanceof Error ? error.name : undefined
  // A stack frame names functions and lines of this code, and nothing that came from outside.
  const at = error instanceof Error ? error.stack?.match(/\n\s+at ([^\n]{0,120})/)?.[1] : undefined
  return { event, kind, at }
}

/**
 * Writes a line. Only objects may call it: the platform stores each line with the request in which it was written, and a
 * request to the Worker has an address with a room id in it. The Worker uses `logFromObject`.
 */
export function writeLine(line: LogLine): void {
  // biome-ignore lint/suspicious/noConsole: this is the one place that writes lines.
  console.error(JSON.stringify(line))
}

/** Logs an event of an object. */
export function log(event: string, error?: unknown): void {
  writeLine(toLogLine(event, error))
}
