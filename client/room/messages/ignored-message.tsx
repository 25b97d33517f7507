import { createSignal, type JSX, Show } from 'solid-js'
import { ignoredMessageTexts } from '#i18n/ignored-message.ts'
import type { RoomMessage } from '../room-state.ts'
import { PersonName, sayName } from '../shown-names.tsx'

const t = ignoredMessageTexts

/** A message of somebody who is ignored: a line in its place until it is asked for. */
export function IgnoredMessage(props: { message: RoomMessage; children: JSX.Element }) {
  const [isShown, setShown] = createSignal(false)
  const person = () => ({ ...props.message, name: props.message.sender })
  let place!: HTMLDivElement
  function show() {
    setShown(true)
    // The button that was pressed is gone.
    place.focus({ preventScroll: true })
  }
  return (
    <div ref={place} tabindex="-1" class="message-ignored" data-seq={props.message.seq}>
      <Show when={!isShown()} fallback={props.children}>
        <article class="message message-fold">
          <span>
            <PersonName person={person()} />
            {t.hidden}
          </span>
          <button
            type="button"
            class="button button-quiet"
            aria-label={t.showOf(sayName(person()))}
            onClick={show}
          >
            {t.show}
          </button>
        </article>
      </Show>
    </div>
  )
}
