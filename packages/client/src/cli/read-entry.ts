import type { JoinRoomOptions } from '../join-room.ts'
import type { Seat } from '../seat.ts'
import type { Arguments, Option } from './arguments.ts'
import type { Read } from './ending.ts'
import type { Io } from './io.ts'
import { LINK_VARIABLE, readLink } from './read-link.ts'
import { PASSWORD_OPTION, readPassword } from './read-password.ts'
import { readSeat, SEAT_OPTION } from './seat-file.ts'
import type { StdinText } from './stdin-text.ts'

/** The options of every command that takes a seat. */
export const ENTRY_OPTIONS: Readonly<Record<string, Option>> = {
  alias: { type: 'string', value: 'NAME', help: 'what you are called; a random name unless given' },
  'password-file': PASSWORD_OPTION,
  seat: SEAT_OPTION,
}

/** Whose seat is to be taken. */
export interface Entry {
  join: JoinRoomOptions
  /** The file that the seat is kept in; undefined where it is left again. */
  file: string | undefined
}

/** Reads the options of a command that takes a seat, and the secrets that they name. Nothing is asked of the server yet. */
export async function readEntry(args: Arguments, io: Io, stdin: StdinText): Promise<Read<Entry>> {
  const file = args.readText('seat')
  const kept = file === undefined ? { ok: true as const, value: null } : readSeat(file)
  if (!kept.ok) return kept
  const link = await findLink(args, io, stdin, kept.value)
  if (!link.ok) return link
  const password = await readPassword(args, io, stdin)
  if (!password.ok) return password
  const alias = args.readText('alias')
  const join = {
    ...(link.value !== undefined && { link: link.value }),
    ...(alias !== undefined && { alias }),
    ...(password.value !== undefined && { password: password.value }),
    ...(kept.value && { seat: kept.value }),
    keepsSeat: file !== undefined,
  }
  return { ok: true, value: { join, file } }
}

/** A seat that is kept knows its link, or needs none. */
function findLink(
  args: Arguments,
  io: Io,
  stdin: StdinText,
  seat: Seat | null,
): Promise<Read<string | undefined>> | Read<undefined> {
  const isGiven = args.readPositional(0) || io.env[LINK_VARIABLE]
  return seat && !isGiven ? { ok: true, value: undefined } : readLink(args, io, stdin)
}
