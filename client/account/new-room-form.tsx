import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { fromLocalInput, inAnHour, toLocalInput } from '../i18n/local-time.ts'
import { announce } from '../ui/announcer.tsx'
import { Submit } from '../ui/submit.tsx'
import type { Dashboard } from './create-dashboard.ts'
import type { NewRoomFormState } from './create-new-room-form.ts'
import { createRoomSubmission, errorTexts, RoomFields } from './room-fields.tsx'
import { emptyRoomForm, findFormErrors, type RoomForm, toPlan } from './room-form.ts'

const t = accountRoomsTexts.form

/** The form that schedules a room. */
export function NewRoomForm(props: { dashboard: Dashboard; form: NewRoomFormState }) {
  const [form, setForm] = props.form
  const submission = createRoomSubmission()
  let details: HTMLDetailsElement | undefined

  function change(change: Partial<RoomForm>) {
    if ('title' in change) submission.clearError('title')
    // An end before the opening moves after it; any other was chosen on purpose and stays.
    const opensAt = change.opensAt === undefined ? null : fromLocalInput(change.opensAt)
    const closesAt = fromLocalInput(form().closesAt)
    const follows = opensAt !== null && (closesAt === null || closesAt <= opensAt)
    setForm(follows ? { ...change, closesAt: toLocalInput(inAnHour(opensAt)) } : change)
  }

  async function scheduleRoom(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    const element = event.currentTarget
    const errors = findFormErrors(form(), props.dashboard.now())
    if (details && (errors.capacity || errors.password)) details.open = true
    const call = () => props.dashboard.scheduleRoom(toPlan(form()))
    const done = await submission.submit(call, { form: element, found: errorTexts(errors) })
    if (!done) return
    const { title, state } = done.value
    announce(
      state === 'open' ? accountRoomsTexts.done.opened(title) : accountRoomsTexts.done.scheduled(title),
      true,
    )
    // The choices stay: the next room is often like this one.
    const { opensAt, closesAt } = emptyRoomForm(props.dashboard.now())
    setForm({ title: '', opensAt, closesAt, password: '' })
    element.scrollTop = 0
  }

  return (
    <form class="plan" id="plan" novalidate aria-labelledby="plan-title" onSubmit={scheduleRoom}>
      <h2 id="plan-title">{t.title}</h2>
      <RoomFields
        form={form()}
        set={change}
        errors={submission.errors()}
        dashboard={props.dashboard}
        detailsRef={(element) => {
          details = element
        }}
      />
      <Submit label={t.button} class="button-main plan-button" submission={submission} />
    </form>
  )
}
