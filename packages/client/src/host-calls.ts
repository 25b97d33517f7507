import { setDoor } from '../../../client/room/door-commands.ts'
import { rotatingOf } from '../../../client/room/keys/rotating-cipher.ts'
import { closeLink, makeNewLink, removeForGood } from '../../../client/room/keys/rotation-commands.ts'
import { changeRoom, lockRoom, removeParticipant } from '../../../client/room/room-commands.ts'
import { checkPassword } from './check-input.ts'
import type { LiveRoom } from './live-room.ts'
import { done, type Outcome, refuse, toOutcome } from './refusal.ts'
import type { Room, RoomChange } from './room.ts'

/** Changes the room, as a host. */
export async function updateRoom(room: LiveRoom, change: RoomChange): Promise<Outcome<Room>> {
  const { door, locked, ...rest } = change
  // Where keys rotate an open door needs an invite, and the lock may be a rotation's.
  const replies = [
    ...(door === undefined ? [] : [() => setDoor(room, door)]),
    ...(locked === undefined ? [] : [() => lockRoom(room, locked)]),
    ...(Object.keys(rest).length === 0 ? [] : [() => changeRoom(room, rest)]),
  ]
  for (const ask of replies) {
    const reply = await ask()
    if (!reply.ok) return refuse(reply.refusal)
  }
  const known = room.state.room
  return known ? done(known) : refuse('room-over')
}

/** Removes somebody for good. */
export async function removePerson(room: LiveRoom, participantId: string): Promise<Outcome<void>> {
  const { password } = room.seat
  return toOutcome(
    rotatingOf(room.cipher())
      ? await removeForGood(room, participantId, password ?? '')
      : await removeParticipant(room, participantId, false),
  )
}

/** Makes another invite link. */
export async function makeInviteLink(room: LiveRoom, password = ''): Promise<Outcome<string>> {
  if (!rotatingOf(room.cipher())) return refuse('not-allowed')
  const checked = checkPassword(password || null)
  if (!checked.ok) return checked
  const reply = await makeNewLink(room, password)
  if (!reply.ok) return refuse(reply.refusal)
  room.seat.password = password || undefined
  return done(room.seat.linkText ?? '')
}

/** Closes the invite link. */
export async function closeInviteLink(room: LiveRoom): Promise<Outcome<void>> {
  if (!rotatingOf(room.cipher())) return refuse('not-allowed')
  const reply = await closeLink(room)
  if (reply.ok) room.seat.password = undefined
  return toOutcome(reply)
}
