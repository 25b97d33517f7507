import { Show } from 'solid-js'
import { retentionTexts } from '#i18n/retention.ts'
import { roomTexts } from '#i18n/room.ts'
import { Icon } from '../ui/icon.tsx'
import { retentionOf } from './retention.ts'
import type { RoomModel } from './room-model.ts'

/** With a key in the link what one says is sealed in any room; what the others say is only in an encrypted one. */
const isSealed = (room: RoomModel) => room.encrypted() && room.state.room?.encryption === 'e2ee'

/** What the lock means in this room, and who keeps what is said in it. */
export function encryptionText(room: RoomModel): string {
  const retention = retentionOf(room.state.room)
  return [roomTexts.sealHint(isSealed(room)), retention && retentionTexts.kept(retention)]
    .filter(Boolean)
    .join(' ')
}

/** The lock: says in words what holds for this room. */
export function EncryptionBadge(props: { room: RoomModel }) {
  const sealed = () => isSealed(props.room)
  return (
    <Show when={props.room.state.room}>
      <p class="seal" classList={{ 'seal-open': !sealed() }} title={encryptionText(props.room)}>
        <Icon name={sealed() ? 'lock' : 'eye'} size={16} />
        <span>{roomTexts.seal(sealed())}</span>
      </p>
    </Show>
  )
}
