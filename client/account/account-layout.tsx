import { createSignal, type JSX } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { PageChoices } from '../app/page-choices.tsx'
import type { AccountApi } from '../net/account-api.ts'
import { Announcer, announce } from '../ui/announcer.tsx'
import { Brand } from '../ui/brand.tsx'
import { sentenceFor } from '../ui/form-submission.ts'
import { clearRoomForm } from './stored-room-form.ts'

/** What the pages of a logged-in facilitator have in common: the bar and the log-out button. */
export function AccountLayout(props: {
  api: AccountApi
  here: '/rooms' | '/account'
  children: JSX.Element
}) {
  const [busy, setBusy] = createSignal(false)
  const current = (page: string) => (props.here === page ? ('page' as const) : undefined)

  async function logOut() {
    if (busy()) return
    setBusy(true)
    const { refusal } = await props.api.signOut()
    // A person who is logged out already has what they want.
    if (!refusal || refusal.code === 'not-signed-in') {
      clearRoomForm()
      return location.replace('/login')
    }
    setBusy(false)
    announce(sentenceFor(refusal), true)
  }

  return (
    <div class="account-layout">
      <header class="account-top">
        <Brand />
        <nav class="account-nav" aria-label={accountTexts.nav}>
          <a class="button button-quiet" href="/rooms" aria-current={current('/rooms')}>
            {accountTexts.rooms}
          </a>
          <a class="button button-quiet" href="/account" aria-current={current('/account')}>
            {accountTexts.account}
          </a>
        </nav>
        <div class="bar-end">
          <button type="button" class="button button-quiet" aria-disabled={busy()} onClick={logOut}>
            {accountTexts.logOut}
          </button>
          <PageChoices />
        </div>
      </header>
      {props.children}
      <Announcer />
    </div>
  )
}
