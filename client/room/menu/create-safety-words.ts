import { createSignal } from 'solid-js'
import { roomToolsTexts } from '#i18n/room-tools.ts'

const t = roomToolsTexts.safety

/** Five words that somebody asked for. */
interface SafetyWords {
  /** The words in the reader's language; before and instead of them, what became of the question. */
  text: () => string
  /** Their numbers; empty until the words are shown. */
  numbers: () => readonly number[]
  showWords(): Promise<void>
}

/**
 * Shows five safety words once somebody asks for them: they cost a moment, and few people ever do.
 * @param deriveNumbers returns their numbers; none where they can't be had
 * @param onShown is called at once when the words stand: the button that had the focus is gone
 */
export function createSafetyWords(
  deriveNumbers: () => Promise<readonly number[]>,
  onShown: () => void,
): SafetyWords {
  const [text, setText] = createSignal('')
  const [numbers, setNumbers] = createSignal<readonly number[]>([])
  return {
    text,
    numbers,
    async showWords() {
      setText(t.busy)
      const derived = await deriveNumbers().catch(() => [])
      // The list is as large as a page.
      const words = await import('#i18n/safety-words.ts').catch(() => null)
      if (words === null || derived.length === 0) {
        setText(t.failed)
        return
      }
      setText(derived.map((number) => words.safetyWordsTexts[number]).join(' · '))
      setNumbers(derived)
      onShown()
    },
  }
}
