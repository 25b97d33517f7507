import { createSignal, onCleanup } from 'solid-js'
import { retryWords } from '../words/en/retry.ts'

const say = retryWords

/** Says that something which failed is tried again by itself, and when; and lets one try now. @param at of `performance.now` */
export function RetryLine(props: { at: number; onNow: () => void }) {
  const [now, setNow] = createSignal(performance.now())
  const ticking = setInterval(() => setNow(performance.now()), 250)
  onCleanup(() => clearInterval(ticking))
  // While it is being tried, nothing more is to be had by pressing.
  const seconds = () => Math.max(0, Math.ceil((props.at - now()) / 1_000))
  return (
    <div class="retry">
      <p class="retry-text">{seconds() > 0 ? say.again(seconds()) : say.trying}</p>
      <button
        type="button"
        class="button button-main"
        aria-disabled={seconds() === 0}
        onClick={() => seconds() > 0 && props.onNow()}
      >
        {say.now}
      </button>
    </div>
  )
}
