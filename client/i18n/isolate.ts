/** What begins or ends another direction of reading, or its isolation. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * Isolates a name, a title or what somebody said within a sentence: letters of another direction change nothing around them, and
 * neither do signs of theirs that would end the isolation.
 */
export function isolate(text: string): string {
  return `\u2068${text.replace(DIRECTIONS, '')}\u2069`
}
