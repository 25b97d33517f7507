import { createSignal } from 'solid-js'

/** Milliseconds a sentence stays: long enough to read it twice, and gone before a screen reader comes across it later. */
const SHOWN_FOR = 6_000

const [announced, setAnnounced] = createSignal({ text: '', isVisible: false })
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Has a screen reader read a sentence once it is done with the one before.
 * @param isVisible shows the sentence for a while, too: for what stands nowhere else on the page
 */
export function announce(text: string, isVisible = false): void {
  setAnnounced({ text, isVisible })
  clearTimeout(timer)
  timer = setTimeout(() => setAnnounced({ text: '', isVisible: false }), SHOWN_FOR)
}

/** Returns whether a sentence is being read out, or is shown. */
export function isAnnouncing(): boolean {
  return announced().text !== ''
}

/** The element that is read out. Every page and every dialog that announces something has one. */
export function Announcer() {
  // A screen reader reads a change: the same sentence must differ the second time.
  let odd = false
  const text = () => {
    const { text } = announced()
    odd = !odd
    return text && (odd ? text : `${text}\u00a0`)
  }
  return (
    <div
      class={announced().isVisible ? 'toast' : 'visually-hidden'}
      translate="no"
      aria-live="polite"
      aria-atomic="true"
    >
      {text()}
    </div>
  )
}
