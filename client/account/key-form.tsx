import { createSignal } from 'solid-js'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { parseInvite } from '../crypto/parse-invite.ts'
import { roomsWords } from '../i18n/en/account-rooms.ts'
import { announce } from '../ui/announcer.tsx'
import { Field } from '../ui/field.tsx'
import { sentenceOf } from '../ui/form-submission.ts'
import type { Dashboard } from './create-dashboard.ts'

const say = roomsWords.key

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
    announce(say.taken(props.room.title), true)
    queueMicrotask(() => card?.querySelector<HTMLElement>('.button')?.focus())
  }

  async function whyNot(): Promise<string | null> {
    const invitation = parseInvite(text())
    if (!invitation) return say.noLink
    if (invitation.roomId !== props.room.roomId) return say.otherRoom
    if (!invitation.key) return say.notWhole
    const outcome = await props.dashboard.takeKey(props.room, invitation.key)
    if (outcome === 'wrong-key') return say.wrongKey
    return typeof outcome === 'object' ? sentenceOf(outcome, roomsWords.failed) : null
  }

  return (
    <form class="card-key" novalidate onSubmit={take}>
      <p class="field-hint">{say.missing}</p>
      <Field
        label={say.label}
        value={text()}
        wrong={wrong()}
        onInput={(value) => {
          setText(value)
          setWrong(null)
        }}
      />
      <button type="submit" class="button button-line" aria-disabled={busy()}>
        {say.button}
      </button>
    </form>
  )
}
