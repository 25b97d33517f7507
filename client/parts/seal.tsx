import { Show } from 'solid-js'
import type { RoomModel } from '../state/room-model.ts'
import { roomWords } from '../words/en/room.ts'
import { Icon } from './icon.tsx'

/** The lock: says in words what holds for this room. */
export function Seal(props: { room: RoomModel }) {
  // With a key in the link what one says is sealed in any room; what the others say is only in an encrypted one.
  const sealed = () => props.room.encrypted() && props.room.state.room?.encryption === 'e2ee'
  return (
    <Show when={props.room.state.room}>
      <p class="seal" classList={{ 'seal-open': !sealed() }} title={roomWords.sealHint(sealed())}>
        <Icon name={sealed() ? 'lock' : 'eye'} size={16} />
        <span>{roomWords.seal(sealed())}</span>
      </p>
    </Show>
  )
}
