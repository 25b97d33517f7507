/** Isolates a name or a title within a sentence: letters of another direction change nothing around them. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}
