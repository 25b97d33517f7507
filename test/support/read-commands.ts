/** A block of commands in a page of the documentation. */
export interface CommandBlock {
  /** Such as `docs/protocol.md`. */
  page: string
  /** The whole block, as somebody would paste it into a shell. */
  script: string
  /** Its commands: without comments, and without the spaces around them. */
  commands: string[]
}

/**
 * Reads the blocks of a page that somebody would paste into a shell: those that are fenced as `sh`.
 * @param page the page's path
 * @param text what the page contains
 */
export function readCommands(page: string, text: string): CommandBlock[] {
  return Array.from(text.matchAll(/^```sh\n(.*?)^```$/gms), ([, script = '']) => ({
    page,
    script,
    commands: script
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) => line.replace(/(^|\s)#\s.*$/, '').trim())
      .filter(Boolean),
  }))
}
