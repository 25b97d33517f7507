import { Show } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'
import type { RoomModel } from '../room-model.ts'
import { createSafetyWords } from './create-safety-words.ts'
import { SafetyWordLine } from './safety-word-line.tsx'

const t = roomToolsTexts.safety

/** Five words to read to one another: the same words mean the same invite link. They cost a moment, so they come when asked for. */
export function SafetyWords(props: { room: RoomModel }) {
  let line!: HTMLParagraphElement
  const derive = async () => {
    const keyring = props.room.cipher()?.keyring
    const { deriveSafetyWords } = await import('../../crypto/safety-words.ts')
    return keyring ? deriveSafetyWords(keyring) : []
  }
  const words = createSafetyWords(derive, () => {
    if (document.activeElement === document.body) line.focus()
  })
  return (
    <div class="safety">
      <p class="menu-words">{t.text}</p>
      <SafetyWordLine ref={(it) => (line = it)} text={words.text()} numbers={words.numbers()} />
      <Show when={words.numbers().length === 0}>
        <button type="button" class="button button-line menu-wide" onClick={() => void words.showWords()}>
          {t.show}
        </button>
      </Show>
    </div>
  )
}
