import { createSignal } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { parseInviteLink } from '../crypto/parse-invite-link.ts'
import { announce } from '../ui/announcer.tsx'
import { Field } from '../ui/field.tsx'
import { sentenceOf } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'

const t = accountRoomsTexts.key

/** Where the key of a room is not in this browser: takes the whole link, whose last part it is, and keeps it again. */
export function KeyForm(props: { dashboard: Dashboard; room: AccountRoom }) {
  const [text, setText] = createSignal('')
  const [wrong, setWrong] = createSignal<string | null>(null)
  const [busy, setBusy] = createSignal(false)

  async function take(event: Event & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    if (busy()) return
    // This form is gone once there is a key; the focus goes to the first thing that can be done with it.
    const card = event.currentTarget.closest('article')
    setBusy(true)
    setWrong(await whyNot())
    setBusy(false)
    if (wrong() !== null) return
    announce(t.taken(props.room.title), true)
    queueMicrotask(() => card?.querySelector<HTMLElement>('.button')?.focus())
  }

  async function whyNot(): Promise<string | null> {
    const invitation = parseInviteLink(text())
    if (!invitation) return t.noLink
    if (invitation.roomId !== props.room.roomId) return t.otherRoom
    if (!invitation.key) return t.notWhole
    const outcome = await props.dashboard.takeKey(props.room, invitation.key)
    if (outcome === 'wrong-key') return t.wrongKey
    return typeof outcome === 'object' ? sentenceOf(outcome, accountRoomsTexts.failed) : null
  }

  return (
    <form class="card-key" novalidate onSubmit={take}>
      <p class="field-hint">{t.missing}</p>
      <Field
        label={t.label}
        value={text()}
        wrong={wrong()}
        onInput={(value) => {
          setText(value)
          setWrong(null)
        }}
      />
      <button type="submit" class="button button-line" aria-disabled={busy()}>
        {t.button}
      </button>
    </form>
  )
}
