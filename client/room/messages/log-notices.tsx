import { For } from 'solid-js'
import type { Room } from '../../../protocol/room.ts'
import { retentionWords } from '../../i18n/en/retention.ts'
import { roomWords } from '../../i18n/en/room.ts'
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
              <bdi>{content.from}</bdi> {roomWords.isNow} <bdi>{content.to}</bdi>
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
  return retention ? retentionWords.changed(retention) : retentionWords.unkept(room.expiresAt)
}
