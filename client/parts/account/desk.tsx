import '../../styles/account.css'
import '../../styles/dialog.css'
import { createSignal, type JSX } from 'solid-js'
import type { AccountApi } from '../../net/account-api.ts'
import { sentenceOf } from '../../state/create-send.ts'
import { forgetPlan } from '../../state/kept-plan.ts'
import { accountWords } from '../../words/en/account.ts'
import { Announcer, announce } from '../announcer.tsx'
import { Brand } from '../brand.tsx'
import { ThemeSwitch } from '../theme-switch.tsx'

/** What the pages of somebody who is logged in have in common: the bar, the way out. */
export function Desk(props: { api: AccountApi; here: '/rooms' | '/account'; children: JSX.Element }) {
  const [busy, setBusy] = createSignal(false)
  const current = (page: string) => (props.here === page ? ('page' as const) : undefined)

  async function logOut() {
    if (busy()) return
    setBusy(true)
    const { refusal } = await props.api.signOut()
    // Whoever is logged out already is where they want to be.
    if (!refusal || refusal.code === 'not-signed-in') {
      forgetPlan()
      return location.replace('/login')
    }
    setBusy(false)
    announce(sentenceOf(refusal), true)
  }

  return (
    <div class="desk">
      <header class="desk-top">
        <Brand />
        <nav class="desk-nav" aria-label={accountWords.nav}>
          <a class="button button-quiet" href="/rooms" aria-current={current('/rooms')}>
            {accountWords.rooms}
          </a>
          <a class="button button-quiet" href="/account" aria-current={current('/account')}>
            {accountWords.account}
          </a>
        </nav>
        <div class="bar-end">
          <button type="button" class="button button-quiet" aria-disabled={busy()} onClick={logOut}>
            {accountWords.logOut}
          </button>
          <ThemeSwitch />
        </div>
      </header>
      {props.children}
      <Announcer />
    </div>
  )
}
