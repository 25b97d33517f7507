import type { ManagedPatch, Participant, Seat } from '../../protocol/participant.ts'
import { ok } from '../../protocol/refusal.ts'
import type { Room, RoomPatch } from '../../protocol/room.ts'
import type { Reply } from '../net/http.ts'
import { applyRoom } from './apply.ts'
import { rotatingOf } from './keys/rotating-cipher.ts'
import { noticeRetention } from './notice-log.ts'
import { noticeSettings } from './notice-settings.ts'
import type { RoomModel } from './room-model.ts'
import type { NamedParticipant } from './room-state.ts'

// What is asked of a room beside messages. Loaded with the menu, from which most of it is asked.

type Commands = Pick<RoomModel, 'runCommand'>

/** Some of those who have a seat, and how many more there are. */
interface NamedList {
  participants: (Seat & NamedParticipant)[]
  more: number
}

/** For hosts: makes the room quiet or slow, or as it was. */
export function changeRoom(room: Commands, patch: RoomPatch): Promise<Reply<Room>> {
  return room.runCommand(
    (api, roomId) => api.call('PATCH /api/rooms/:id', { param: { id: roomId }, json: patch }),
    (latest, value) => {
      noticeRetention(latest, latest.room, value)
      noticeSettings(latest, latest.room, value)
      applyRoom(latest, value)
    },
  )
}

/** For the host: lets nobody else in, or does again. */
export async function lockRoom(
  room: Commands & Pick<RoomModel, 'cipher'>,
  locked: boolean,
): Promise<Reply<unknown>> {
  const reply = await changeRoom(room, { locked })
  const keys = rotatingOf(room.cipher())?.keys
  // From now on the lock is the host's, and not that of a rotation that was cut off.
  if (reply.ok && keys?.hasLocked) await keys.recordLock(false)
  return reply
}

/** The message that this page pinned last, by its `seq`. */
const ownPins = new WeakMap<Commands, number>()

/** Whether this page pinned a message: to whoever did it is not new. */
export function isOwnPin(room: Commands, seq: number): boolean {
  return ownPins.get(room) === seq
}

/** For a host: puts a message on top for everyone, by its `seq`; null takes the one away that is there. */
export function pinMessage(room: Commands, pinned: number | null): Promise<Reply<unknown>> {
  if (pinned !== null) ownPins.set(room, pinned)
  return changeRoom(room, { pinned })
}

/** Moves the end later by so many milliseconds. */
export function extendRoom(room: Commands & Pick<RoomModel, 'state'>, byMs: number): Promise<Reply<unknown>> {
  return setRoomEnd(room, (room.state.room?.expiresAt ?? 0) + byMs)
}

/** Sets the end of the room, Unix milliseconds by the server's clock. */
export function setRoomEnd(room: Commands, closesAt: number): Promise<Reply<unknown>> {
  return changeRoom(room, { closesAt })
}

/** Changes one's own name. A crowded room sends no event about it, not even to oneself: the reply is what shows it. */
export function changeAlias(
  room: Commands & Pick<RoomModel, 'cipher'>,
  alias: string,
): Promise<Reply<Participant>> {
  const rotating = rotatingOf(room.cipher())
  return room.runCommand(
    (api, roomId) =>
      // Where keys rotate the room never learns the name.
      rotating?.changeName(alias) ??
      api.call('PATCH /api/rooms/:id/participants/me', { param: { id: roomId }, json: { alias } }),
    (latest, me) => Object.assign(latest, { me }),
  )
}

/** Returns who has a seat, and since when those are away who have no connection; by name where the page can read it. */
export async function fetchParticipants(
  room: Commands & Pick<RoomModel, 'cipher'>,
): Promise<Reply<NamedList>> {
  const reply = await room.runCommand((api, roomId) =>
    api.call('GET /api/rooms/:id/participants', { param: { id: roomId } }),
  )
  const cards = rotatingOf(room.cipher())?.cards
  if (!reply.ok || !cards) return reply
  const { participants, more } = reply.value
  return ok({
    participants: await Promise.all(participants.map((seat) => cards.nameParticipant(seat))),
    more,
  })
}

/** For hosts: makes somebody host or takes the role back, mutes them or lets them speak, or lowers their hand. The room announces it. */
export function manageParticipant(
  room: Commands,
  participantId: string,
  patch: ManagedPatch,
): Promise<Reply<Participant>> {
  return room.runCommand((api, roomId) =>
    api.call('PATCH /api/rooms/:id/participants/:participantId', {
      param: { id: roomId, participantId },
      json: patch,
    }),
  )
}

/** Raises or lowers one's own hand. The room announces it. */
export function raiseHand(room: Commands, isUp: boolean): Promise<Reply<Participant>> {
  return room.runCommand((api, roomId) =>
    api.call('PATCH /api/rooms/:id/participants/me', { param: { id: roomId }, json: { hand: isUp } }),
  )
}

/** Becomes host where none is here. The room announces it. */
export function claimHost(room: Commands): Promise<Reply<unknown>> {
  return room.runCommand((api, roomId) => api.call('POST /api/rooms/:id/host', { param: { id: roomId } }))
}

/** Takes somebody's seat; only from somebody who is away where `away` says so. Who is gone already is gone. */
async function takeSeatFrom(room: Commands, participantId: string, query: { away?: 'true' }) {
  const reply = await room.runCommand((api, roomId) =>
    api.call('DELETE /api/rooms/:id/participants/:participantId', {
      param: { id: roomId, participantId },
      query,
    }),
  )
  return reply.refusal?.code === 'participant-not-found' ? ok() : reply
}

/**
 * For the host: removes a participant for good. Where the room is to be locked, too, that comes first: until there is
 * another invite link, the same one lets in again a person who was removed, and there must be no instant for it.
 * @returns why it did not work, if so; where the room could not be locked nobody was removed
 */
export async function removeParticipant(
  room: Commands,
  participantId: string,
  lockFirst: boolean,
): Promise<Reply<unknown>> {
  const locked = lockFirst ? await changeRoom(room, { locked: true }) : ok()
  return locked.ok ? takeSeatFrom(room, participantId, {}) : locked
}

/** For the host: frees the seat of somebody who is away, and removes nobody. */
export async function freeSeat(
  room: Commands & Pick<RoomModel, 'refreshRoom'>,
  participantId: string,
): Promise<Reply<unknown>> {
  const reply = await takeSeatFrom(room, participantId, { away: 'true' })
  await room.refreshRoom()
  return reply
}
