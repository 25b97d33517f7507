import { type JoinRoomOptions, joinRoom } from '../join-room.ts'
import type { RoomSession } from '../room-session.ts'
import { askHidden } from './ask-hidden.ts'
import { describeOver } from './describe-over.ts'
import { describeRefusal } from './describe-refusal.ts'
import type { Ending, Read } from './ending.ts'
import { EXIT } from './exit-code.ts'
import { type Io, readStop } from './io.ts'
import type { Entry } from './read-entry.ts'
import { deleteSeat, writeSeat } from './seat-file.ts'
import { waitInTime, waitUnlessStopped } from './wait-for.ts'

/** Milliseconds that a room has to take back a seat: who has pressed Ctrl+C does not wait for a server that is gone. */
const LEAVE_WITHIN = 3_000

/** Wrong passwords that somebody at a terminal may type, as at other logins. */
const PASSWORDS_MAX = 3

/** A seat in a room. */
export interface Entered {
  readonly session: RoomSession
  /** Gives the seat back, or keeps it where `--seat` says so. Never waits long. */
  leave(): Promise<void>
  /** Returns how a command ends whose session is over. Whoever has left needs no reason. */
  describeEnd(): Ending
}

/** Takes a seat. At the door it waits, and it asks for a password where somebody sits at a terminal. */
export async function enterRoom({ join, file }: Entry, io: Io): Promise<Read<Entered>> {
  const joined = await joinPatiently(io, join)
  if (!joined.ok) return joined
  const session = joined.value
  if (file !== undefined) {
    const written = writeSeat(file, session.seat)
    if (!written.ok) {
      await leaveRoom(session)
      return written
    }
    keepSeat(session, file)
  }
  let hasLeft = false
  const leave = async () => {
    hasLeft ||= session.overReason === undefined
    return file === undefined ? leaveRoom(session) : closeRoom(session, file)
  }
  const describeEnd = () => (hasLeft ? { code: EXIT.done } : describeOver(session.overReason))
  const ending = await waitAtDoor(session, io)
  if (!ending) return { ok: true, value: { session, leave, describeEnd } }
  await leave()
  return { ok: false, ending }
}

async function joinPatiently(io: Io, options: JoinRoomOptions): Promise<Read<RoomSession>> {
  io.holdSeat()
  for (let asked = 0; ; asked += 1) {
    const joining = joinRoom(options)
    await waitUnlessStopped(joining, io.stopped)
    if (io.stopped.aborted) {
      // The room may have given the seat already: it is told, as far as that is quick.
      await waitInTime(
        joining.then(({ value }) => value && leaveRoom(value)),
        LEAVE_WITHIN,
      )
      return { ok: false, ending: readStop(io.stopped) }
    }
    const { value, refusal } = await joining
    if (value) return { ok: true, value }
    const isAsked = refusal.code === 'password-required' || (refusal.code === 'wrong-password' && asked > 0)
    const password =
      isAsked && asked < PASSWORDS_MAX
        ? await askHidden(io, asked > 0 ? 'That is not it. The password:' : 'The password of this room:')
        : null
    if (io.stopped.aborted) return { ok: false, ending: readStop(io.stopped) }
    if (password === null) return { ok: false, ending: describeRefusal(refusal) }
    options = { ...options, password }
  }
}

/** @returns how the command ends that is not let in; null once it is */
async function waitAtDoor(session: RoomSession, io: Io): Promise<Ending | null> {
  if (session.status !== 'waiting') return null
  io.warn('You are at the door: a host has to let you in.')
  const decided = Promise.withResolvers<void>()
  const off = session.on('status', ({ status }) => {
    if (status === 'connected' || status === 'over') decided.resolve()
  })
  await waitUnlessStopped(decided.promise, io.stopped)
  off()
  if (io.stopped.aborted) return readStop(io.stopped)
  if (session.overReason === undefined) return null
  const { code, message } = describeOver(session.overReason)
  // A room that ended while somebody waited is no room for what they came for: a message was not stored.
  return { code: code === EXIT.done ? EXIT.gone : code, ...(message !== undefined && { message }) }
}

/** Writes the seat anew with each rotation, since it needs the new key, and deletes it with the room. */
function keepSeat(session: RoomSession, file: string): void {
  session.on('room.epoch', () => void writeSeat(file, session.seat))
  session.on('status', ({ status, reason }) => {
    if (status === 'over' && reason !== 'closed') deleteSeat(file)
  })
}

function closeRoom(session: RoomSession, file: string): void {
  if (session.overReason !== undefined) return
  writeSeat(file, session.seat)
  session.close()
}

async function leaveRoom(session: RoomSession): Promise<void> {
  await waitInTime(session.leave(), LEAVE_WITHIN)
  session.close()
}
