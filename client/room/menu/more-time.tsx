import { Show } from 'solid-js'
import { moreTimeTexts } from '#i18n/more-time.ts'
import { roomTexts } from '#i18n/room.ts'
import { announce } from '../../ui/announcer.tsx'
import { extendRoom } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomState } from '../room-state.ts'
import { endRangeOf, mayMoveEnd } from './end-choices.ts'

/** Milliseconds that the button adds. */
const MORE_TIME = 600_000

/** The button that extends the room by ten minutes, for participants who may. */
export function MoreTime(props: { room: RoomModel; class: string }) {
  async function extend() {
    // The countdown shows to everyone that it worked, and the log says it.
    const { refusal } = await extendRoom(props.room, MORE_TIME)
    if (refusal) announce(refusal.code === 'not-signed-in' ? roomTexts.loggedOut : roomTexts.failed, true)
  }
  return (
    <Show when={mayExtend(props.room.state)}>
      <button type="button" class={`button ${props.class}`} onClick={extend}>
        {moreTimeTexts.button}
      </button>
    </Show>
  )
}

function mayExtend({ room, me }: RoomState): boolean {
  if (!room || !me || !mayMoveEnd(room, me.role)) return false
  return room.expiresAt + MORE_TIME <= endRangeOf(room, room.serverTime).latest
}
