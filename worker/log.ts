/** What is logged of a fault: the event, what kind of error it was, and where in our own code. */
export interface LogLine {
  event: string
  kind: string | undefined
  at: string | undefined
}

/**
 * A line names an event and what kind of fault it was: never a message text, a name, a token, a password, an address or a
 * room id, which is why an error's own message stays out too.
 */
export function toLogLine(event: string, error?: unknown): LogLine {
  const kind = error instanceof Error ? error.name : undefined
  // Frames name our own functions and lines, and nothing that came from outside.
  const at = error instanceof Error ? error.stack?.match(/\n\s+at ([^\n]{0,120})/)?.[1] : undefined
  return { event, kind, at }
}

/**
 * Writes a line. For objects only: beside each line the platform keeps the request it was written in, and a request to the
 * Worker has an address with a room's id in it. What the Worker has to say goes by `logFromObject`.
 */
export function writeLine(line: LogLine): void {
  // biome-ignore lint/suspicious/noConsole: this is where lines leave.
  console.error(JSON.stringify(line))
}

/** Logs an event of an object's. */
export function log(event: string, error?: unknown): void {
  writeLine(toLogLine(event, error))
}
