import type { RoomId } from '../../protocol/room.ts'
import type { Bindings } from '../env.ts'
import { namespaceOf } from './namespaces.ts'

/** Where calls to a room's object go. Derived from the bindings, because the object's class calls other objects itself. */
export type RoomStub = ReturnType<Bindings['ROOMS']['get']>

/**
 * Returns the stub of a room's object, whether the room exists or not. The object is addressed by the id that the platform
 * derives from the room id, and not by name: the platform keeps an object's name beside its alarm and, locally, in its
 * storage, longer than the room lives (docs/decisions/0003).
 */
export function roomStub(env: Bindings, roomId: RoomId): RoomStub {
  return roomStubById(env, namespaceOf(env, 'ROOMS').idFromName(roomId).toString())
}

/**
 * Returns the stub of a room's object by the id of that object, which reveals nothing about the room id. The id has its
 * jurisdiction in it: so a relay finds its room also where the setting has changed since.
 */
export function roomStubById(env: Bindings, objectId: string): RoomStub {
  return env.ROOMS.get(env.ROOMS.idFromString(objectId))
}
