import { For } from 'solid-js'
import { logNoticesTexts } from '#i18n/log-notices.ts'
import { retentionTexts } from '#i18n/retention.ts'
import type { Room } from '../../../protocol/room.ts'
import { retentionOf } from '../retention.ts'
import type { RoomState } from '../room-state.ts'

/** The lines of the log that nobody said and that stand after one message. */
export function LogNotices(props: { state: Readonly<RoomState>; afterSeq: number }) {
  return (
    <For each={props.state.notices.filter(({ afterSeq }) => afterSeq === props.afterSeq)}>
      {({ content }) => (
        // One's own new name was said where it was chosen.
        <p
          class="log-line log-notice"
          aria-live={content.is === 'rename' && content.mine ? 'off' : undefined}
        >
          {content.is === 'rename' ? (
            <span>
              <bdi>{content.from}</bdi> {logNoticesTexts.isNow} <bdi>{content.to}</bdi>
            </span>
          ) : (
            keeping(content.room)
          )}
        </p>
      )}
    </For>
  )
}

function keeping(room: Room): string {
  const retention = retentionOf(room)
  return retention ? retentionTexts.changed(retention) : retentionTexts.unkept(room.expiresAt)
}
