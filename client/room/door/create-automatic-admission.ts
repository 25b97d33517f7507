import { createEffect, onCleanup, untrack } from 'solid-js'
import { letIn } from '../door-commands.ts'
import type { RoomModel } from '../room-model.ts'

/** Milliseconds between two times that this page lets in by itself: each is a rotation of the keys. */
const ADMIT_EVERY = 10_000

/** Milliseconds that the page of each further host waits for those before it: only one should rotate the keys. */
const HOST_STEP = 3_000

/** When this page last let in by itself, by its steady clock. */
let admittedAt = Number.NEGATIVE_INFINITY

/**
 * Lets in without being asked where the door is open, and somebody waits only because newcomers read nothing older: the next
 * key has to be made by the page of a host. One of them does it, the first who is here; of several tabs one.
 */
export function createAutomaticAdmission(
  room: Pick<RoomModel, 'state' | 'cipher' | 'runCommand' | 'getPublicKey'>,
): void {
  const { state } = room
  const due = () => {
    if (state.room?.door !== 'open') return []
    return state.waiting.map(({ participantId }) => participantId).filter((id) => room.getPublicKey?.(id))
  }
  createEffect(() => {
    if (due().length === 0) return
    const hosts = state.participants.filter(({ role }) => role !== 'participant')
    const place = hosts.findIndex(({ participantId }) => participantId === state.me?.participantId)
    const wait = Math.max(0, admittedAt + ADMIT_EVERY - performance.now())
    const timer = setTimeout(() => void admitAll(), wait + Math.max(0, place) * HOST_STEP)
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
