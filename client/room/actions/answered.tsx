import { Show } from 'solid-js'
import { loadOnce } from '../../ui/lazy.tsx'
import type { RoomModel } from '../room-model.ts'

// Few messages answer another.
const quotes = loadOnce(() => import('./quote.tsx'))

/** What a message answers; nothing where it answers none. */
export function Answered(props: { room: RoomModel; replyTo: number | undefined }) {
  return (
    <Show when={props.replyTo}>
      {(replyTo) => (
        <Show when={quotes()} keyed>
          {({ Quote }) => <Quote room={props.room} replyTo={replyTo()} />}
        </Show>
      )}
    </Show>
  )
}
