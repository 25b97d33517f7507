import { createSignal } from 'solid-js'

/** Milliseconds a sentence stays: time to read it twice, and not to be found later by who reads on. */
const SHOWN_FOR = 6_000

const [said, setSaid] = createSignal({ text: '', seen: false })
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Has a screen reader say a sentence when it is done with the one before.
 * @param seen shows it for a while, too: for what is nowhere else on the page
 */
export function announce(text: string, seen = false): void {
  setSaid({ text, seen })
  clearTimeout(timer)
  timer = setTimeout(() => setSaid({ text: '', seen: false }), SHOWN_FOR)
}

/** The place that is read out; it belongs on every page, and into every dialog, that announces. */
export function Announcer() {
  // A sentence said twice must change the text, or the second one is not read.
  let odd = false
  const text = () => {
    const { text } = said()
    odd = !odd
    return text && (odd ? text : `${text}\u00a0`)
  }
  return (
    <div class={said().seen ? 'toast' : 'unseen'} aria-live="polite" aria-atomic="true">
      {text()}
    </div>
  )
}
