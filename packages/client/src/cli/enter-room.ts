import { joinRoom } from '../index.ts'
import type { RoomSession } from '../room-session.ts'
import type { Seat } from '../seat.ts'
import type { Arguments, Option } from './arguments.ts'
import { askHidden } from './ask-hidden.ts'
import { describeOver } from './describe-over.ts'
import { describeRefusal } from './describe-refusal.ts'
import type { Ending, Read } from './ending.ts'
import { type Io, readStop } from './io.ts'
import { LINK_VARIABLE, readLink } from './read-link.ts'
import { PASSWORD_OPTION, readPassword } from './read-password.ts'
import { deleteSeat, readSeat, SEAT_OPTION, writeSeat } from './seat-file.ts'
import type { StdinText } from './stdin-text.ts'

/** Milliseconds that a room has to take back a seat: who has pressed Ctrl+C does not wait for a server that is gone. */
const LEAVE_WITHIN = 3_000

/** Wrong passwords that somebody at a terminal may type, as at other logins. */
const PASSWORDS_MAX = 3

/** The options of every command that takes a seat. */
export const ENTRY_OPTIONS: Readonly<Record<string, Option>> = {
  alias: { type: 'string', value: 'NAME', help: 'what you are called; a random name unless given' },
  'password-file': PASSWORD_OPTION,
  seat: SEAT_OPTION,
}

/** A seat in a room. */
export interface Entered {
  readonly session: RoomSession
  /** Gives the seat back, or keeps it where `--seat` says so. Never waits long. */
  leave(): Promise<void>
}

/** Whose seat is to be taken: what `joinRoom` asks for, and the file that the seat is kept in. */
export interface Entry {
  join: Parameters<typeof joinRoom>[0]
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
    signal: io.stopped,
  }
  return { ok: true, value: { join, file } }
}

/** Takes a seat. At the door it waits, and it asks for a password where somebody sits at a terminal. */
export async function enterRoom({ join, file }: Entry, io: Io): Promise<Read<Entered>> {
  const joined = await joinPatiently(io, join)
  if (!joined.ok) return joined
  const session = joined.value
  if (file !== undefined) {
    const written = writeSeat(file, session.seat)
    if (!written.ok) {
      await leaveInTime(session)
      return written
    }
    keepSeat(session, file)
  }
  const leave = async () => (file === undefined ? leaveInTime(session) : session.close())
  const ending = await waitAtDoor(session, io, leave)
  return ending ? { ok: false, ending } : { ok: true, value: { session, leave } }
}

function findLink(
  args: Arguments,
  io: Io,
  stdin: StdinText,
  seat: Seat | null,
): Promise<Read<string | undefined>> | Read<undefined> {
  const isGiven = args.readPositional(0) || io.env[LINK_VARIABLE]
  return seat && !isGiven ? { ok: true, value: undefined } : readLink(args, io, stdin)
}

async function joinPatiently(io: Io, options: Parameters<typeof joinRoom>[0]): Promise<Read<RoomSession>> {
  for (let asked = 0; ; asked += 1) {
    const { value, refusal } = await joinRoom(options)
    if (io.stopped.aborted) {
      if (value) await leaveInTime(value)
      return { ok: false, ending: readStop(io.stopped) }
    }
    if (value) return { ok: true, value }
    const isAsked = refusal.code === 'password-required' || (refusal.code === 'wrong-password' && asked > 0)
    const password =
      isAsked && asked < PASSWORDS_MAX
        ? await askHidden(io, asked > 0 ? 'That is not it. The password:' : 'The password of this room:')
        : null
    if (password === null) return { ok: false, ending: describeRefusal(refusal) }
    options = { ...options, password }
  }
}

/** @returns how the command ends that is not let in; null once it is */
async function waitAtDoor(session: RoomSession, io: Io, leave: () => Promise<void>): Promise<Ending | null> {
  if (session.status !== 'waiting') return null
  io.warn('You are at the door: a host has to let you in.')
  const decided = Promise.withResolvers<void>()
  const stop = () => decided.resolve()
  const off = session.on(
    'status',
    ({ status }) => status !== 'waiting' && status !== 'reconnecting' && stop(),
  )
  io.stopped.addEventListener('abort', stop)
  await decided.promise
  off()
  io.stopped.removeEventListener('abort', stop)
  if (io.stopped.aborted) {
    await leave()
    return readStop(io.stopped)
  }
  return session.overReason === undefined ? null : describeOver(session.overReason)
}

/** Writes the seat anew with each rotation: an old key opens nothing that is said later. */
function keepSeat(session: RoomSession, file: string): void {
  session.on('room.epoch', () => void writeSeat(file, session.seat))
  session.on('status', ({ status, reason }) => {
    if (status !== 'over') return
    if (reason === 'closed') writeSeat(file, session.seat)
    else deleteSeat(file)
  })
}

async function leaveInTime(session: RoomSession): Promise<void> {
  const late = Promise.withResolvers<void>()
  const timer = setTimeout(late.resolve, LEAVE_WITHIN)
  await Promise.race([session.leave(), late.promise])
  clearTimeout(timer)
  session.close()
}
