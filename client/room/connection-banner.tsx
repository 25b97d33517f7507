import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { connectionBannerTexts } from '#i18n/connection-banner.ts'
import type { RoomModel } from './room-model.ts'

/** Milliseconds a broken line may take to mend before it is worth a word. */
const PATIENCE = 2_000

/** Shows in words that the connection is lost, politely and only after two seconds; at once where it rests. */
export function ConnectionBanner(props: { room: RoomModel }) {
  const [late, setLate] = createSignal(false)
  // One state for both, so that going from waiting to trying again does not start the two seconds over.
  const broken = createMemo(
    () => props.room.connectionStatus() === 'opening' || props.room.connectionStatus() === 'waiting',
  )

  createEffect(() => {
    setLate(false)
    if (!broken()) return
    const timer = setTimeout(() => setLate(true), PATIENCE)
    onCleanup(() => clearTimeout(timer))
  })

  const online = () => {
    props.room.timeLeft() // ticks, and with it what the browser knows is looked at again
    return navigator.onLine
  }
  const waiting = () => props.room.state.pending.filter(({ state }) => state !== 'failed').length
  // A participant who was welcomed once is among those present.
  const wasOpen = () => props.room.state.participants.length > 0
  return (
    <div class="banner" role="status">
      <Show when={late() && broken()}>
        <p class="banner-text">{connectionBannerTexts.broken(online(), waiting(), wasOpen())}</p>
      </Show>
      <Show when={props.room.connectionStatus() === 'resting'}>
        <p class="banner-text banner-rest">
          <span>{connectionBannerTexts.resting}</span>
          <button type="button" class="button button-line" onClick={() => props.room.resumeConnection()}>
            {connectionBannerTexts.resume}
          </button>
        </p>
      </Show>
    </div>
  )
}
