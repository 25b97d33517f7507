/**
 * The one place that logs. A line names an event and what kind of fault it was: never a message text, a name,
 * a token, a password, an address or a room id, which is why an error's own message stays out too.
 */
export function log(event: string, error?: unknown): void {
  const kind = error instanceof Error ? error.name : undefined
  // Frames name our own functions and lines, and nothing that came from outside.
  const at = error instanceof Error ? error.stack?.match(/\n\s+at ([^\n]{0,120})/)?.[1] : undefined
  // biome-ignore lint/suspicious/noConsole: this is where lines leave.
  console.error(JSON.stringify({ event, kind, at }))
}
