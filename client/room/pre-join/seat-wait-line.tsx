import { createEffect, Show } from 'solid-js'
import { seatWaitTexts } from '#i18n/seat-wait.ts'
import { createSeatWait } from './create-seat-wait.ts'

const t = seatWaitTexts

/** What is said below a notice that a room is full: that this page waits for a seat, and goes in when there is one. */
export function SeatWaitLine(props: {
  roomId: string
  onEnter: () => void
  /** There is no room to wait for any more. */
  onOver?: (code: 'room-not-found' | 'room-closed') => void
}) {
  // Whoever is typing something is asked first: what they have typed would be gone.
  const isTyping = () => document.activeElement?.matches('input, textarea') === true
  const { state, lookNow } = createSeatWait(props.roomId, () => {
    if (!isTyping()) props.onEnter()
  })
  createEffect(() => {
    const now = state()
    if (now === 'room-not-found' || now === 'room-closed') props.onOver?.(now)
  })
  return (
    <div class="full-room">
      <p class="notice-text" role="status">
        {t[state()]}
      </p>
      <Show when={state() !== 'room-not-found' && state() !== 'room-closed'}>
        <button
          type="button"
          class="button button-line"
          aria-disabled={state() === 'looking'}
          onClick={() => (state() === 'free' ? props.onEnter() : void lookNow())}
        >
          {state() === 'free' ? t.enter : t.again}
        </button>
      </Show>
    </div>
  )
}
