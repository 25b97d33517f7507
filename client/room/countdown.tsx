import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { timeLeft } from '../i18n/time-left.ts'

/** The time left in figures. A screen reader hears it on demand, and in the last minute by itself (`EndingWarning`). */
export function Countdown(props: {
  left: number | null
  /** Whether the time does not run yet: the room waits for a second participant. */
  waits: boolean
}) {
  return (
    <p class="countdown" translate="no">
      <span
        class="countdown-figures"
        classList={{ 'countdown-long': (props.left ?? 0) >= 3_600_000 }}
        role="timer"
        aria-label={roomTexts.timer}
      >
        <Show when={props.left !== null} fallback="–:––">
          {timeLeft(props.left ?? 0)}
        </Show>
      </span>
      <span class="countdown-label">{props.waits ? roomTexts.waits : roomTexts.left}</span>
    </p>
  )
}
