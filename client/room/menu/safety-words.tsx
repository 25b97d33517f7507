import { createSignal, Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { RoomModel } from '../room-model.ts'

const t = roomToolsTexts.safety

/** Five words to read to one another: the same ones mean the same link. They cost a moment, so they come when asked for. */
export function SafetyWords(props: { room: RoomModel }) {
  const [shown, setShown] = createSignal('')
  async function deriveWords() {
    const keyring = props.room.keyring()
    // Few people ever ask for them, and the list of words is as large as a page.
    const { deriveSafetyWords } = await import('../../crypto/safety-words.ts')
    return keyring ? deriveSafetyWords(keyring) : []
  }
  async function show() {
    setShown(t.busy)
    setShown(
      await deriveWords().then(
        (words) => words.join(' · '),
        () => t.failed,
      ),
    )
  }
  return (
    <div class="safety">
      <p class="menu-words">{t.text}</p>
      <Show
        when={shown()}
        fallback={
          <button type="button" class="button button-line menu-wide" onClick={show}>
            {t.show}
          </button>
        }
      >
        <p class="safety-words" role="status">
          {shown()}
        </p>
      </Show>
    </div>
  )
}
