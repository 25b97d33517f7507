import { createMemo, Show } from 'solid-js'
import { disappearingTexts } from '#i18n/disappearing.ts'
import { makeDateFormat } from '../../i18n/index.ts'
import { Icon } from '../../ui/icon.tsx'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { serverNow } from '../server-now.ts'
import { CLOCK } from './clock-icon.ts'
import { findDueAt } from './make-hiding.ts'

const formatInstant = makeDateFormat({ dateStyle: 'short', timeStyle: 'medium' })

/** Below a message that disappears: in what time. It counts without being read out. */
export function DisappearsIn(props: { room: RoomModel; message: RoomMessage }) {
  return (
    <Show when={findDueAt(props.message)}>
      {(dueAt) => (
        <TimeLeft
          room={props.room}
          until={dueAt()}
          most={props.message.expires}
          say={disappearingTexts.disappearsIn}
        />
      )}
    </Show>
  )
}

/** A small clock: the time left in words, and the instant for who points at it. */
export function TimeLeft(props: {
  room: RoomModel
  /** Unix milliseconds by the server's clock. */
  until: number
  /** Seconds that it stays at most: what is known of the clock is up to a second old. */
  most: number | undefined
  /** Says it, of whole seconds. */
  say: (seconds: number) => string
}) {
  const words = createMemo(() => {
    const now = serverNow(props.room)
    return now === 0 ? '' : props.say(countSeconds(props.until - now, props.most))
  })
  return (
    <p class="message-clock" translate="no" aria-live="off" title={formatInstant(props.until)}>
      <Icon path={CLOCK} size={14} />
      {words()}
    </p>
  )
}

function countSeconds(left: number, most = Number.POSITIVE_INFINITY): number {
  return Math.min(most, Math.max(1, Math.ceil(left / 1_000)))
}
