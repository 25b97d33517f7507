import { createRoot } from 'solid-js'
import type { RoomModel } from './room-model.ts'

/**
 * Makes a part of the page that a room has once, whoever asks for it.
 * @param create makes it for a room, and is called when it is first asked for
 * @returns the part of a room
 */
export function onePerRoom<T extends object>(create: (room: RoomModel) => T): (room: RoomModel) => T {
  const known = new WeakMap<RoomModel, T>()
  return (room) => {
    const part = known.get(room) ?? createRoot(() => create(room))
    known.set(room, part)
    return part
  }
}
