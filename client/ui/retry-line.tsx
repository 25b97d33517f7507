import { createEffect } from 'solid-js'
import { retryTexts } from '#i18n/retry.ts'
import { realTimers } from '../net/timers.ts'
import { createCountdown } from './create-countdown.ts'

const t = retryTexts

/**
 * Says when something that failed is tried again by itself, and has a button that tries it now.
 * @param props.at when it is tried again, by `performance.now`
 */
export function RetryLine(props: { at: number; onNow: () => void }) {
  // While it is being tried, the button does nothing.
  const { left, start } = createCountdown()
  createEffect(() => start((props.at - realTimers.now()) / 1_000))
  return (
    <div class="retry">
      <p class="retry-text" translate="no">
        {left() > 0 ? t.again(left()) : t.trying}
      </p>
      <button
        type="button"
        class="button button-main"
        aria-disabled={left() === 0}
        onClick={() => left() > 0 && props.onNow()}
      >
        {t.now}
      </button>
    </div>
  )
}
