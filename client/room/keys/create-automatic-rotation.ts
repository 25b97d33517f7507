import { createEffect, createMemo, onCleanup, untrack } from 'solid-js'
import type { RoomModel } from '../room-model.ts'
import { AUTOMATIC_ROTATION_EVERY, findDueRotation } from './due-rotation.ts'
import { rotatingOf } from './rotating-cipher.ts'

/** Rotates the keys without being asked, and unlocks the room where a rotation of this browser locked it and was cut off. */
export function createAutomaticRotation(
  room: Pick<RoomModel, 'state' | 'cipher' | 'door' | 'runCommand'>,
): void {
  const { state } = room
  const due = createMemo(() => findDueRotation(room))
  const isManager = createMemo(() => state.me !== null && state.me.role !== 'participant')
  let rotatedAt = Number.NEGATIVE_INFINITY

  createEffect(() => {
    if (due() === null) return
    const wait = Math.max(0, rotatedAt + AUTOMATIC_ROTATION_EVERY - performance.now())
    const timer = setTimeout(rotate, wait)
    onCleanup(() => clearTimeout(timer))
  })

  // Looked at once, as this page is loaded: what it locks itself from then on, it unlocks itself. Should another tab rotate
  // just now, it goes on without the lock.
  createEffect(() => {
    if (isManager() && rotatingOf(untrack(room.cipher))?.keys.hasLocked) void unlock()
  })

  // Where it can't be loaded, a change of the room or the next visit tries again.
  async function unlock() {
    const commands = await import('./rotation-commands.ts').catch(() => null)
    await commands?.unlockAfterRotation(room)
  }

  async function rotate() {
    rotatedAt = performance.now()
    const commands = await import('./rotation-commands.ts').catch(() => null)
    await commands?.rotateFor(findDueRotation(room), room)
  }
}
