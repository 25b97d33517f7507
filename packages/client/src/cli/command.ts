import type { Arguments, Option } from './arguments.ts'
import type { Ending } from './ending.ts'
import type { Io } from './io.ts'

/** One command of `private-chat`: a file of this folder, and a line in `commands.ts`. */
export interface Command {
  /** What it is called by: one word, or two (`rooms list`). */
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What stands behind the name in the first line of its help, such as `[LINK] [OPTIONS]`. */
  usage: string
  /** Names of what may stand without a `--`, in their order. More of them are wrong usage. */
  positionals: readonly string[]
  /** Options by name, without the `--`. */
  options: Readonly<Record<string, Option>>
  /** What it does, for its own help: whole sentences. */
  help: string
  /** Lines of shell that can be run as they stand. `$PRIVATE_CHAT_LINK` is the invite link, and `$SERVER` the server. */
  example: string
  /**
   * Runs it.
   * @param args what it was called with, already checked against `positionals` and `options`
   */
  run(args: Arguments, io: Io): Promise<Ending>
}
