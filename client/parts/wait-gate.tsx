import { Show } from 'solid-js'
import { makeApi } from '../net/api.ts'
import { createOpening } from '../state/create-opening.ts'
import { doorWords } from '../words/en/door.ts'
import { Gate } from './gate.tsx'
import { GateNote } from './gate-note.tsx'
import { OpenNow } from './open-now.tsx'
import { timeLeft } from './time-left.ts'

const say = doorWords
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
export function WaitGate(props: {
  roomId: string
  /** Whether it is the visitor's own room. */
  isOwn: boolean
  onOpen: () => void
}) {
  const { room, left } = createOpening(props.roomId, { api: makeApi(), onOpen: () => props.onOpen() })

  return (
    <Gate title={room()?.title ?? say.waitTitle} text={props.isOwn ? say.ownWait : say.waitText}>
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
            <GateNote room={known()} />
          </div>
        )}
      </Show>
      <Show when={props.isOwn}>
        <OpenNow roomId={props.roomId} onOpen={props.onOpen} />
      </Show>
      <a class="button button-line" href={props.isOwn ? '/rooms' : '/'}>
        {props.isOwn ? say.ownRooms : say.lobby}
      </a>
    </Gate>
  )
}
