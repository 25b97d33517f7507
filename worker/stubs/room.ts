import type { Bindings } from '../env.ts'
import type { Room } from '../room/room.ts'

/**
 * The object of a room. It is named by the hash that the platform makes of the room id, and not by the id itself:
 * the platform keeps an object's name beside its alarm and, locally, in its storage, longer than the room lives.
 */
export function roomStub(env: Bindings, roomId: string): DurableObjectStub<Room> {
  return env.ROOMS.get(env.ROOMS.idFromString(env.ROOMS.idFromName(roomId).toString()))
}
