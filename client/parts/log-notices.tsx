import { For } from 'solid-js'
import type { Room } from '../../protocol/room.ts'
import { retentionOf } from '../state/retention.ts'
import type { RoomState } from '../state/room-state.ts'
import { retentionWords } from '../words/en/retention.ts'
import { roomWords } from '../words/en/room.ts'

/** The lines of the log that nobody said and that stand after one message. */
export function LogNotices(props: { state: Readonly<RoomState>; afterSeq: number }) {
  return (
    <For each={props.state.notices.filter(({ afterSeq }) => afterSeq === props.afterSeq)}>
      {({ told }) => (
        // One's own new name was said where it was chosen.
        <p class="log-line log-notice" aria-live={told.is === 'rename' && told.mine ? 'off' : undefined}>
          {told.is === 'rename' ? (
            <span>
              <bdi>{told.from}</bdi> {roomWords.isNow} <bdi>{told.to}</bdi>
            </span>
          ) : (
            keeping(told.room)
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
