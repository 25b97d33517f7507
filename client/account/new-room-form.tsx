import { createEffect, createSignal, untrack } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { fromLocalInput, inAnHour, toLocalInput } from '../i18n/local-time.ts'
import { announce } from '../ui/announcer.tsx'
import { createFormSubmission } from '../ui/form-submission.ts'
import { Submit } from '../ui/submit.tsx'
import type { Dashboard } from './create-dashboard.ts'
import { errorTexts, RoomFields } from './room-fields.tsx'
import { emptyRoomForm, findFormErrors, type RoomForm, toPlan } from './room-form.ts'
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
  const submission = createFormSubmission({
    fieldFor: { 'title-taken': 'title' },
    sentences: accountRoomsTexts.refusals,
  })
  let details: HTMLDetailsElement | undefined

  function change(change: Partial<RoomForm>) {
    if ('title' in change) submission.clearError('title')
    // An end that would come before the opening follows it; one that was thought about is left alone.
    const opensAt = change.opensAt === undefined ? null : fromLocalInput(change.opensAt)
    const closesAt = fromLocalInput(draft().closesAt)
    const follows = opensAt !== null && (closesAt === null || closesAt <= opensAt)
    set(follows ? { ...change, closesAt: toLocalInput(inAnHour(opensAt)) } : change)
  }

  async function schedule(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const form = event.currentTarget
    const errors = findFormErrors(draft(), props.dashboard.now())
    if (details && (errors.capacity || errors.password)) details.open = true
    const call = () => props.dashboard.schedule(toPlan(draft()))
    const done = await submission.submit(call, { form, found: errorTexts(errors) })
    if (!done) return
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
        form={draft()}
        set={change}
        errors={submission.errors()}
        dashboard={props.dashboard}
        details={(element) => {
          details = element
        }}
      />
      <Submit label={t.button} class="button-main plan-button" submission={submission} />
    </form>
  )
}
