import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { LIFETIME } from '../../../protocol/limits.ts'
import { announce } from '../../ui/announcer.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomState } from '../room-state.ts'

/** Milliseconds that the button gives. */
const MORE_TIME = 600_000

/** Gives the room ten minutes more, where this participant may. */
export function MoreTime(props: { room: RoomModel; class: string }) {
  async function extend() {
    // That it worked is seen, and announced to everyone, by the countdown.
    const code = await props.room.extend(MORE_TIME)
    if (code !== null) announce(code === 'not-signed-in' ? roomTexts.loggedOut : roomTexts.failed, true)
  }
  return (
    <Show when={mayExtend(props.room.state)}>
      <button type="button" class={`button ${props.class}`} onClick={extend}>
        {roomTexts.moreTime}
      </button>
    </Show>
  )
}

// As long as it stays within a day of its creation; a facilitator's room has a schedule instead, which is not the
// guests' to change. A room that lives on by
// being talked in needs no such thing.
function mayExtend({ room, me }: RoomState): boolean {
  if (!room || room.expiry === 'sliding') return false
  const manages = me?.role !== 'participant'
  if (room.closesAt !== undefined) return manages
  const may = room.destroyBy === 'anyone' || manages
  return may && room.expiresAt + MORE_TIME <= room.createdAt + LIFETIME.max * 1_000
}
