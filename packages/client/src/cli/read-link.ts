import type { Arguments } from './arguments.ts'
import { askHidden } from './ask-hidden.ts'
import { endWithUsage, type Read } from './ending.ts'
import type { Io } from './io.ts'
import type { StdinText } from './stdin-text.ts'

/** The variable of the environment that stands in for LINK. */
export const LINK_VARIABLE = 'PRIVATE_CHAT_LINK'

/**
 * Returns the invite link: LINK, the environment, the first line of standard input (`-`), or what somebody pastes when asked.
 * Whether it is one is for the library to say.
 */
export async function readLink(args: Arguments, io: Io, stdin: StdinText): Promise<Read<string>> {
  const given = args.readPositional(0) || io.env[LINK_VARIABLE]
  if (given && given !== '-') return { ok: true, value: given }
  const link =
    given === '-' && !io.stdin.isTTY
      ? await stdin.readLine()
      : io.stdin.isTTY
        ? await askHidden(io, 'Paste the invite link (it is not shown):')
        : null
  if (link?.trim()) return { ok: true, value: link.trim() }
  return endWithUsage(
    `Give the invite link: as an argument, in ${LINK_VARIABLE}, or with - as the first line of standard input.`,
  )
}
