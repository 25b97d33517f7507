import { Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'

/** Five safety words, and under them their numbers for somebody who reads another language. They are no sentence: nobody translates them. */
export function SafetyWordLine(props: {
  text: string
  numbers: readonly number[]
  ref: (line: HTMLParagraphElement) => void
}) {
  return (
    <>
      <p ref={props.ref} class="safety-words" role="status" tabindex="-1" translate="no">
        {props.text}
      </p>
      <Show when={props.numbers.length > 0}>
        <p class="menu-words safety-numbers">
          {roomToolsTexts.safety.numbers} <span translate="no">{props.numbers.join(' · ')}</span>
        </p>
      </Show>
    </>
  )
}
