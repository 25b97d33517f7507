import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isKept } from '../../protocol/is-kept.ts'
import type { Room } from '../../protocol/room.ts'
import { loadOnce } from '../ui/lazy.tsx'

// Few rooms keep anything. Until the sentence with the date is here, a shorter one stands in its place.
const loadedWords = loadOnce(() => import('./say-retention.ts'))

/** Shows who can read what is said in a room, and until when; null where it keeps nothing. */
export function describeRetention(room: Room | null): string | null {
  return room && isKept(room) ? (loadedWords()?.sayRetention(room) ?? roomTexts.kept) : null
}

/** Above the message box: who can read what is written, and until when. It stays for as long as the room is open. */
export function RetentionLine(props: { room: Room | null; id: string }) {
  return (
    <Show when={describeRetention(props.room)}>
      {(text) => (
        <p class="retention" id={props.id}>
          {text()}
        </p>
      )}
    </Show>
  )
}
