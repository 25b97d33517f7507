import { Show } from 'solid-js'
import { preJoinTexts } from '#i18n/pre-join.ts'
import { joinSentences, makeDateFormat } from '../../i18n/index.ts'
import { timeLeft } from '../../i18n/time-left.ts'
import { makeVisitorApi } from '../../net/visitor-api.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { createOpening } from './create-opening.ts'
import { OpenNow } from './open-now.tsx'
import { RetentionNote } from './retention-note.tsx'

const t = preJoinTexts
// With the time zone: the invitation may name the time in another one.
const formatOpening = makeDateFormat({
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
  const { room, left } = createOpening(props.roomId, { api: makeVisitorApi(), onOpen: () => props.onOpen() })

  return (
    <NoticePage title={room()?.title ?? t.waitTitle} text={props.isOwn ? t.ownWait : t.waitText}>
      <Show when={room()}>
        {(known) => (
          <div class="wait">
            <p class="countdown-figures" role="timer" aria-label={t.waitTimer}>
              {timeLeft(left() ?? 0)}
            </p>
            <p class="notice-page-text">
              {joinSentences([
                t.opensAt(formatOpening(known().opensAt)),
                known().passwordRequired && t.waitPassword,
              ])}
            </p>
            <RetentionNote room={known()} />
          </div>
        )}
      </Show>
      <Show when={props.isOwn}>
        <OpenNow roomId={props.roomId} onOpen={props.onOpen} />
      </Show>
      <a class="button button-line" href={props.isOwn ? '/rooms' : '/'}>
        {props.isOwn ? t.ownRooms : t.lobby}
      </a>
    </NoticePage>
  )
}
