import { createSignal } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { createBeforeUnloadGuard } from '../browser/before-unload-guard.ts'
import { Announcer } from '../ui/announcer.tsx'
import { NoticePage } from '../ui/notice-page.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

const t = accountTexts.codes

/** Shows the recovery codes once, after signing up or a recovery, and then leads to the rooms. */
export function RecoveryCodesPage(props: { codes: readonly string[] }) {
  document.title = t.page
  const [kept, setKept] = createSignal(false)
  // A reload must not remove them by mistake.
  createBeforeUnloadGuard(() => !kept())
  return (
    <NoticePage title={t.title} text={t.text}>
      <RecoveryCodes codes={props.codes} />
      <button
        type="button"
        class="button button-main"
        onClick={() => {
          setKept(true)
          location.replace('/rooms')
        }}
      >
        {t.kept}
      </button>
      <Announcer />
    </NoticePage>
  )
}
