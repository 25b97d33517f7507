import { Show } from 'solid-js'
import type { RoomModel } from '../state/room-model.ts'
import { logInAddress } from '../state/way-in.ts'
import { roomWords } from '../words/en/room.ts'

/** Says to a facilitator whose session has ended what that means here, and leads back through the log-in. */
export function LoggedOutBanner(props: { room: RoomModel }) {
  return (
    <div class="banner" role="status">
      <Show when={props.room.loggedOut()}>
        <p class="banner-text">
          {roomWords.loggedOut} <a href={logInAddress()}>{roomWords.logInAgain}</a>
        </p>
      </Show>
    </div>
  )
}
