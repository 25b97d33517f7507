import { Show } from 'solid-js'
import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../../protocol/room.ts'
import { retentionOf } from '../retention.ts'

/** The id of the note, for the box that takes the focus past it. */
export const RETENTION_NOTE = 'retention-note'

/** Before joining a room whose messages are kept: who can read them and until when, before anybody says any. */
export function RetentionNote(props: { room: Room | null | undefined }) {
  return (
    <Show when={retentionOf(props.room ?? null)}>
      {(retention) => (
        <p id={RETENTION_NOTE} class="notice-page-text retention-note">
          {retentionTexts.beforeJoining(retention())}
        </p>
      )}
    </Show>
  )
}
