import { Show } from 'solid-js'
import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../protocol/room.ts'
import { retentionOf } from './retention.ts'

/** Over the box to write in: who can read what is written, and until when. It stays for as long as the room is open. */
export function RetentionLine(props: { room: Room | null; id: string }) {
  return (
    <Show when={retentionOf(props.room)}>
      {(retention) => (
        <p class="retention" id={props.id}>
          {retentionTexts.kept(retention())}
        </p>
      )}
    </Show>
  )
}
