import { Show } from 'solid-js'
import { entryRefusedTexts } from '#i18n/entry-refused.ts'
import type { RefusalCode } from '../../../protocol/refusal.ts'
import { inviteAddress } from '../../browser/invite-address.ts'
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
  /** In a frame of another site browsers may keep no cookie, and in a tab keep it. */
  const isEmbedRefused = () => props.code === 'cookies-blocked' && inviteAddress() !== location.href
  const notice = () => (isEmbedRefused() ? t.embedBlocked : (t.refused[props.code] ?? t.other))
  const again = () => !isFinalCode(props.code)
  const lost = () => props.code === 'seat-lost'
  const againButton = () => (
    <button
      type="button"
      class="button"
      classList={{ 'button-line': isEmbedRefused(), 'button-main': !isEmbedRefused() }}
      onClick={() => (lost() ? location.reload() : props.onAgain())}
    >
      {lost() ? t.back : t.again}
    </button>
  )
  return (
    <NoticePage title={notice().title} text={notice().text}>
      <Show when={isEmbedRefused()}>
        <a class="button button-main" href={inviteAddress()} target="_blank" rel="noopener">
          {t.openTab}
        </a>
      </Show>
      <Show when={props.retryAt} fallback={again() && againButton()}>
        {(at) => <RetryLine at={at()} onNow={props.onAgain} />}
      </Show>
      <a class="button" classList={{ 'button-line': again(), 'button-main': !again() }} href="/">
        {t.lobby}
      </a>
    </NoticePage>
  )
}
