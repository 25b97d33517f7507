import { For } from 'solid-js'
import { retentionOf } from '../state/retention.ts'
import type { LogNotice, RoomState } from '../state/room-state.ts'
import { retentionWords } from '../words/en/retention.ts'

/** The lines of the log that nobody said and that stand after one message. */
export function LogNotices(props: { state: Readonly<RoomState>; afterSeq: number }) {
  return (
    <For each={props.state.notices.filter(({ afterSeq }) => afterSeq === props.afterSeq)}>
      {(notice) => <p class="log-line log-notice">{sentence(notice.told)}</p>}
    </For>
  )
}

function sentence(told: LogNotice['told']): string {
  const retention = retentionOf(told.room)
  return retention ? retentionWords.changed(retention) : retentionWords.unkept(told.room.expiresAt)
}
