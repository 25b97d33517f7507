import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { joinSentences } from '../i18n/index.ts'
import { Icon } from '../ui/icon.tsx'
import { loadOnce } from '../ui/lazy.tsx'
import { describeRetention } from './retention-line.tsx'
import type { RoomModel } from './room-model.ts'

/** With a link key, one's own messages are encrypted in any room; those of the others are in an encrypted room alone. */
const isEncrypted = (room: RoomModel) => room.cipher() !== null && room.state.room?.encryption === 'e2ee'

// Most rooms need the first alone. Until its words are here, the badge's own stands in their place.
const loadedWords = loadOnce(() => import('./room-parts.ts'))
const loadedFixedWords = loadOnce(() => import('#i18n/fixed-encryption.ts'))

/** Returns what the badge means in this room, and who keeps what is said in it. */
export function encryptionText(room: RoomModel): string {
  const sentences = listSentences(room) ?? [roomTexts.encryption(isEncrypted(room))]
  return joinSentences([...sentences, room.caution])
}

/** Returns what holds in this room; undefined until its words are here. */
function listSentences(room: RoomModel): (string | null)[] | undefined {
  const known = room.state.room
  const retention = describeRetention(known)
  if (known?.keys === 2) {
    const words = loadedWords()
    const keepsKeys = room.keepsKeys?.() ?? true
    return words?.describeEncryption(words.readEncryptionState(known, { keepsKeys, retention }))
  }
  const texts = loadedFixedWords()?.fixedEncryptionTexts
  return texts && [isEncrypted(room) ? texts.encrypted : texts.open, retention]
}

/** The badge that shows whether this room is encrypted. */
export function EncryptionBadge(props: { room: RoomModel }) {
  const encrypted = () => isEncrypted(props.room)
  return (
    <Show when={props.room.state.room}>
      <p
        class="encryption-badge"
        classList={{ 'encryption-badge-open': !encrypted() }}
        title={encryptionText(props.room)}
      >
        <Icon name={encrypted() ? 'lock' : 'eye'} size={16} />
        <span>{roomTexts.encryption(encrypted())}</span>
      </p>
    </Show>
  )
}
