import { Show } from 'solid-js'
import { preJoinWords } from '../../i18n/en/pre-join.ts'
import { timeLeft } from '../../i18n/time-left.ts'
import { makeApi } from '../../net/api.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { createOpening } from './create-opening.ts'
import { OpenNow } from './open-now.tsx'
import { RetentionNote } from './retention-note.tsx'

const say = preJoinWords
// In the language of the sentence around it, and with the zone: the invitation may have said the time in another.
const when = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
})

/** Waits with an early guest until the room opens, by the server's clock, and lets them in then. */
export function OpeningPrompt(props: {
  roomId: string
  /** Whether it is the visitor's own room. */
  isOwn: boolean
  onOpen: () => void
}) {
  const { room, left } = createOpening(props.roomId, { api: makeApi(), onOpen: () => props.onOpen() })

  return (
    <NoticePage title={room()?.title ?? say.waitTitle} text={props.isOwn ? say.ownWait : say.waitText}>
      <Show when={room()}>
        {(known) => (
          <div class="wait">
            <p class="countdown-figures" role="timer" aria-label={say.waitTimer}>
              {timeLeft(left() ?? 0)}
            </p>
            <p class="gate-text">
              {say.opensAt(when.format(known().opensAt))}
              {known().passwordRequired ? ` ${say.waitPassword}` : ''}
            </p>
            <RetentionNote room={known()} />
          </div>
        )}
      </Show>
      <Show when={props.isOwn}>
        <OpenNow roomId={props.roomId} onOpen={props.onOpen} />
      </Show>
      <a class="button button-line" href={props.isOwn ? '/rooms' : '/'}>
        {props.isOwn ? say.ownRooms : say.lobby}
      </a>
    </NoticePage>
  )
}
