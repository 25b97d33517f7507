import { createEffect, createSignal, untrack } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { fromLocalInput, inAnHour, toLocalInput } from '../i18n/local-time.ts'
import { announce } from '../ui/announcer.tsx'
import { createFormSubmission, focusWrong } from '../ui/form-submission.ts'
import { WaitLine } from '../ui/wait-line.tsx'
import type { Dashboard } from './create-dashboard.ts'
import { FailureText } from './failure-text.tsx'
import { RoomFields } from './room-fields.tsx'
import { emptyRoomForm, findFormErrors, planOf, type RoomForm } from './room-form.ts'
import { forgetPlanOfOther, keepPlan, recallPlan } from './stored-room-form.ts'

const t = accountRoomsTexts.form

/** What the form for a new room holds, as it was left in this tab; it is set from outside for one that comes again. */
export function createNewRoomForm(dashboard: Pick<Dashboard, 'whose' | 'now' | 'skew'>) {
  const { whose, now, skew } = dashboard
  const first = recallPlan(Date.now())
  const [draft, setDraft] = createSignal(first)
  createEffect(() => {
    if (whose() !== '' && forgetPlanOfOther(whose())) setDraft(emptyRoomForm(now()))
  })
  // An end that nobody chose is an hour from now by the right clock, once that is known.
  createEffect(() => {
    const { opensAt, closesAt } = untrack(draft)
    if (skew() !== 0 && opensAt === '' && closesAt === first.closesAt)
      setDraft((before) => ({ ...before, closesAt: emptyRoomForm(now()).closesAt }))
  })
  const set = (change: Partial<RoomForm>) => {
    const next = setDraft((before) => ({ ...before, ...change }))
    keepPlan(next, untrack(whose), Date.now())
  }
  return [draft, set] as const
}

/** The form that schedules a room. */
export function NewRoomForm(props: { dashboard: Dashboard; plan: ReturnType<typeof createNewRoomForm> }) {
  const [draft, set] = props.plan
  const { busy, wait, wrongs, setWrongs, retyped, failure, send } = createFormSubmission({
    fields: {},
    beside: { 'title-taken': 'title' },
    codes: accountRoomsTexts.failed,
  })
  let details: HTMLDetailsElement | undefined

  function change(change: Partial<RoomForm>) {
    if ('title' in change) retyped('title')
    // An end that would come before the opening follows it; one that was thought about is left alone.
    const opensAt = change.opensAt === undefined ? null : fromLocalInput(change.opensAt)
    const closesAt = fromLocalInput(draft().closesAt)
    const follows = opensAt !== null && (closesAt === null || closesAt <= opensAt)
    set(follows ? { ...change, closesAt: toLocalInput(inAnHour(opensAt)) } : change)
  }

  async function schedule(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const form = event.currentTarget
    const wrong = Object.entries(findFormErrors(draft(), props.dashboard.now()))
    if (wrong.length > 0) {
      setWrongs(Object.fromEntries(wrong.map(([field, name]) => [field, t.wrong[name ?? '']])))
      if (details && wrong.some(([field]) => field === 'capacity' || field === 'password'))
        details.open = true
      return focusWrong(form)
    }
    const done = await send(() => props.dashboard.schedule(planOf(draft())))
    if (!done) return focusWrong(form)
    const { title, state } = done.value
    announce(
      state === 'open' ? accountRoomsTexts.done.opened(title) : accountRoomsTexts.done.scheduled(title),
      true,
    )
    // The choices stay: the next room is often like this one.
    const { opensAt, closesAt } = emptyRoomForm(props.dashboard.now())
    set({ title: '', opensAt, closesAt, password: '' })
    form.scrollTop = 0
  }

  return (
    <form class="plan" id="plan" novalidate aria-labelledby="plan-title" onSubmit={schedule}>
      <h2 id="plan-title">{t.title}</h2>
      <RoomFields
        draft={draft()}
        set={change}
        wrongs={wrongs()}
        dashboard={props.dashboard}
        details={(element) => {
          details = element
        }}
      />
      <FailureText failure={failure()} />
      <WaitLine left={wait()} />
      <button type="submit" class="button button-main plan-button" aria-disabled={busy() || wait() > 0}>
        {busy() ? accountTexts.busy : t.button}
      </button>
    </form>
  )
}
