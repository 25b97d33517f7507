import { createEffect, onCleanup, untrack } from 'solid-js'
import { letIn } from '../door-commands.ts'
import type { RoomModel } from '../room-model.ts'
import { ADMIT_EVERY, admissionDelay, findDueAdmissions } from './due-admission.ts'

/** When this page last let in by itself, by its steady clock. */
let admittedAt = Number.NEGATIVE_INFINITY

/**
 * Lets in without being asked where somebody waits only for the next key. One host's page does it, the first who is here; of
 * several tabs one.
 */
export function createAutomaticAdmission(
  room: Pick<RoomModel, 'state' | 'cipher' | 'runCommand' | 'getPublicKey'>,
): void {
  const { state } = room
  const due = () => findDueAdmissions(room)
  createEffect(() => {
    if (due().length === 0) return
    const wait = Math.max(0, admittedAt + ADMIT_EVERY - performance.now())
    const timer = setTimeout(() => void admitAll(), wait + admissionDelay(state))
    onCleanup(() => clearTimeout(timer))
  })

  async function admitAll() {
    admittedAt = performance.now()
    const admit = async () => {
      // Another tab may have let them in meanwhile.
      const ids = untrack(due)
      if (ids.length > 0) await letIn(room, ids)
    }
    const { locks } = navigator
    await (locks ? locks.request(`private-chat.door.${state.room?.roomId}`, admit) : admit())
  }
}
