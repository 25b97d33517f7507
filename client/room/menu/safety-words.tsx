import { createSignal, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { RoomModel } from '../room-model.ts'

const t = roomToolsTexts.safety

/** Five words to read to one another: the same words mean the same invite link. They cost a moment, so they come when asked for. */
export function SafetyWords(props: { room: RoomModel }) {
  const [text, setText] = createSignal('')
  const [isShown, setShown] = createSignal(false)
  let line!: HTMLParagraphElement
  async function deriveWords() {
    const keyring = props.room.cipher()?.keyring
    // Few people ever ask for them, and the list of words is as large as a page.
    const { deriveSafetyWords } = await import('../../crypto/safety-words.ts')
    return keyring ? deriveSafetyWords(keyring) : []
  }
  async function show() {
    setText(t.busy)
    const words = await deriveWords().catch(() => [])
    setText(words.join(' · ') || t.failed)
    setShown(words.length > 0)
    // The button that had the focus is gone.
    if (document.activeElement === document.body) line.focus()
  }
  return (
    <div class="safety">
      <p class="menu-words">{t.text}</p>
      <p ref={line} class="safety-words" role="status" tabindex="-1">
        {text()}
      </p>
      <Show when={!isShown()}>
        <button type="button" class="button button-line menu-wide" onClick={show}>
          {t.show}
        </button>
      </Show>
    </div>
  )
}
