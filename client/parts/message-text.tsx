import { createSignal, Show } from 'solid-js'
import type { RoomMessage } from '../state/room-state.ts'
import { roomWords } from '../words/en/room.ts'

/** What may be more than plain text: links and code. */
const RICH = /https?:\/\/|`/i

const [rich, setRich] = createSignal<typeof import('./rich-message.tsx')>()
let asked = false

// Few rooms need it, and plain text is a fine thing to read until it is here.
function load() {
  if (asked) return
  asked = true
  import('./rich-message.tsx').then(setRich, () => {
    asked = false
  })
}

/** What a person wrote, as text nodes: links and code are made of it, never markup. */
export function MessageText(props: { text: string; opened?: RoomMessage['opened'] }) {
  const shown = () => {
    if (!RICH.test(props.text)) return props.text
    load()
    const loaded = rich()
    return loaded ? loaded.RichMessage(props) : props.text
  }
  return (
    <div class="message-text" classList={{ 'message-odd': props.opened !== undefined }} dir="auto">
      <Show when={props.opened !== 'unreadable'} fallback={roomWords.unreadable}>
        {shown()}
        <Show when={props.opened === 'plain'}>
          <span class="message-plain">{roomWords.plain}</span>
        </Show>
      </Show>
    </div>
  )
}
