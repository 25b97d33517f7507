import { readFileSync } from 'node:fs'
import type { Arguments, Option } from './arguments.ts'
import { endWithUsage, type Read } from './ending.ts'
import type { Io } from './io.ts'
import type { StdinText } from './stdin-text.ts'

/** The variable of the environment that stands in for `--password-file`. */
const PASSWORD_VARIABLE = 'PRIVATE_CHAT_PASSWORD'

/** The option that names where a password is. There is none that takes it: arguments are seen by everybody on the machine. */
export const PASSWORD_OPTION: Option = {
  type: 'string',
  value: 'FILE',
  help: `its first line is the password; - for standard input; or set ${PASSWORD_VARIABLE}`,
}

/** Returns the password out of its file, standard input or the environment; undefined where none was given. */
export async function readPassword(
  args: Arguments,
  io: Io,
  stdin: StdinText,
): Promise<Read<string | undefined>> {
  const file = args.readText('password-file')
  if (file === undefined) return { ok: true, value: io.env[PASSWORD_VARIABLE] || undefined }
  try {
    const line = file === '-' ? await stdin.readLine() : readFileSync(file, 'utf8').split(/\r?\n/)[0]
    return line ? { ok: true, value: line } : endWithUsage('The password is empty.')
  } catch {
    return endWithUsage('The file of --password-file can’t be read.')
  }
}
