import { Show } from 'solid-js'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import { entryRefusedWords } from '../../i18n/en/entry-refused.ts'
import { NoticePage } from '../../ui/notice-page.tsx'
import { RetryLine } from '../../ui/retry-line.tsx'

const say = entryRefusedWords

// Trying again leads nowhere with these.
const FINAL: readonly string[] = ['room-not-found', 'room-closed', 'removed', 'wrong-link']

/** Why there is no way in, and what to do about it. */
export function EntryRefused(props: {
  code: RefusalCode | 'unreachable' | 'cookies-blocked' | 'seat-lost'
  /** When it is tried again by itself; absent where it is not. */
  retryAt: number | undefined
  onAgain: () => void
}) {
  const notice = () => say.refused[props.code] ?? say.other
  const again = () => !FINAL.includes(props.code)
  const lost = () => props.code === 'seat-lost'
  const againButton = () => (
    <button
      type="button"
      class="button button-main"
      onClick={() => (lost() ? location.reload() : props.onAgain())}
    >
      {lost() ? say.back : say.again}
    </button>
  )
  return (
    <NoticePage title={notice().title} text={notice().text}>
      <Show when={props.retryAt} fallback={again() && againButton()}>
        {(at) => <RetryLine at={at()} onNow={props.onAgain} />}
      </Show>
      <a class="button" classList={{ 'button-line': again(), 'button-main': !again() }} href="/">
        {say.lobby}
      </a>
    </NoticePage>
  )
}
