import { Show } from 'solid-js'
import type { Room } from '../../protocol/room.ts'
import { retentionWords } from '../i18n/en/retention.ts'
import { retentionOf } from './retention.ts'

/** Over the box to write in: who can read what is written, and until when. It stays for as long as the room is open. */
export function RetentionLine(props: { room: Room | null; id: string }) {
  return (
    <Show when={retentionOf(props.room)}>
      {(retention) => (
        <p class="retention" id={props.id}>
          {retentionWords.kept(retention())}
        </p>
      )}
    </Show>
  )
}
