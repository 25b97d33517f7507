import { createSignal, createUniqueId, onMount, Show } from 'solid-js'
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts'
import { byteLength } from '../../protocol/text.ts'
import type { RoomModel } from '../state/create-room.ts'
import { roomWords } from '../words/en/room.ts'
import { Icon } from './icon.tsx'

const say = roomWords

/** What an Enter that chooses a character of an input method looks like where `isComposing` is not set yet. */
const COMPOSING = 229

/** Where one writes. Enter sends, Shift+Enter breaks the line; what is sent is the room's to deliver. */
export function Composer(props: { room: RoomModel }) {
  const id = createUniqueId()
  const [text, setText] = createSignal('')
  let box!: HTMLTextAreaElement

  // A character is four bytes at most, so that most texts need not be measured.
  const over = () => (text().length * 4 > MESSAGE_MAX_BYTES ? byteLength(text()) - MESSAGE_MAX_BYTES : 0)

  // Opening the keyboard of a phone unasked would cover half the room.
  onMount(() => matchMedia('(pointer: fine)').matches && box.focus({ preventScroll: true }))

  function send(event: Event) {
    event.preventDefault()
    box.focus()
    if (text().trim() === '' || over() > 0) return
    props.room.send(text())
    setText('')
  }

  function key(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === COMPOSING) return
    send(event)
  }

  return (
    <form class="composer" onSubmit={send}>
      <Show when={over() > 0}>
        <p class="field-wrong" id={`${id}-wrong`} role="alert">
          {say.tooLong(over())}
        </p>
      </Show>
      <div class="composer-box">
        <label class="unseen" for={id}>
          {say.message}
        </label>
        <textarea
          ref={box}
          id={id}
          class="composer-text"
          rows="1"
          dir="auto"
          placeholder={say.placeholder}
          autocomplete="off"
          enterkeyhint="send"
          value={text()}
          aria-invalid={over() > 0 ? 'true' : undefined}
          aria-describedby={over() > 0 ? `${id}-wrong` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value)
            if (text() !== '') props.room.typing()
          }}
          onKeyDown={key}
        />
        <button
          type="submit"
          class="button button-main button-icon composer-send"
          aria-label={say.send}
          title={say.send}
          aria-disabled={text().trim() === '' || over() > 0}
          // Keeps the focus in the box, and with it the keyboard of a phone open.
          onPointerDown={(event) => event.preventDefault()}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  )
}
