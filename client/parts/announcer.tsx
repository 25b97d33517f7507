import { createSignal } from 'solid-js'

const [said, setSaid] = createSignal({ text: '' })

/** Has a screen reader say a sentence when it is done with the one before. */
export function announce(text: string): void {
  setSaid({ text })
}

/** The one place that is read out; it belongs on every page that announces. */
export function Announcer() {
  // A sentence said twice must change the text, or the second one is not read.
  let odd = false
  const text = () => {
    const { text } = said()
    odd = !odd
    return text && (odd ? text : `${text}\u00a0`)
  }
  return (
    <div class="unseen" aria-live="polite" aria-atomic="true">
      {text()}
    </div>
  )
}
