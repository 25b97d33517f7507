import { Show } from 'solid-js'
import { entryRefusedTexts } from '#i18n/entry-refused.ts'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { RetryLine } from '../../ui/retry-line.tsx'
import { isFinalCode } from '../entry-prompt.ts'

const t = entryRefusedTexts

/** Why there is no way in, and what to do about it. */
export function EntryRefused(props: {
  code: RefusalCode | 'unreachable' | 'cookies-blocked' | 'no-key' | 'seat-lost'
  /** When it is tried again by itself; absent where it is not. */
  retryAt: number | undefined
  onAgain: () => void
}) {
  const notice = () => t.refused[props.code] ?? t.other
  const again = () => !isFinalCode(props.code)
  const lost = () => props.code === 'seat-lost'
  const againButton = () => (
    <button
      type="button"
      class="button button-main"
      onClick={() => (lost() ? location.reload() : props.onAgain())}
    >
      {lost() ? t.back : t.again}
    </button>
  )
  return (
    <NoticePage title={notice().title} text={notice().text}>
      <Show when={props.retryAt} fallback={again() && againButton()}>
        {(at) => <RetryLine at={at()} onNow={props.onAgain} />}
      </Show>
      <a class="button" classList={{ 'button-line': again(), 'button-main': !again() }} href="/">
        {t.lobby}
      </a>
    </NoticePage>
  )
}
