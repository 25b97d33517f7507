import { createSignal } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { parseInviteLink } from '../crypto/parse-invite-link.ts'
import { announce } from '../ui/announcer.tsx'
import { type Answer, createFormSubmission } from '../ui/form-submission.ts'
import { Submit } from '../ui/submit.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Dashboard } from './create-dashboard.ts'

const t = accountRoomsTexts.key

/** Where this browser has lost the key of a room: takes the whole invite link, which ends with the key, and keeps it again. */
export function KeyForm(props: { dashboard: Dashboard; room: AccountRoom }) {
  const [link, setLink] = createSignal('')
  const submission = createFormSubmission({
    fieldFor: { 'wrong-key': 'link' },
    sentences: { ...accountRoomsTexts.refusals, 'wrong-key': t.wrongKey },
  })

  async function keepKey(form: HTMLFormElement) {
    const invitation = parseInviteLink(link())
    const key = invitation?.key ?? ''
    // This form is gone once there is a key; the focus goes to the first thing that can be done with it.
    const card = form.closest('article')
    const found = { link: findError(invitation) }
    const done = await submission.submit(() => storeKey(key), { form, found })
    if (!done) return
    announce(t.taken(props.room.title), true)
    queueMicrotask(() => card?.querySelector<HTMLElement>('.button')?.focus())
  }

  function findError(invitation: ReturnType<typeof parseInviteLink>): string | undefined {
    if (!invitation) return t.noLink
    if (invitation.roomId !== props.room.roomId) return t.otherRoom
    return invitation.key ? undefined : t.notWhole
  }

  async function storeKey(key: string): Promise<Answer> {
    const outcome = await props.dashboard.takeKey(props.room, key)
    if (outcome === 'wrong-key') return { refusal: { code: 'wrong-key' } }
    return typeof outcome === 'object' ? { refusal: outcome } : { value: outcome }
  }

  return (
    <form
      class="card-key"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        void keepKey(event.currentTarget)
      }}
    >
      <p class="field-hint">{t.missing}</p>
      <TextField
        label={t.label}
        value={link()}
        error={submission.errors().link}
        onInput={(value) => {
          setLink(value)
          submission.clearError('link')
        }}
      />
      <Submit label={t.button} class="button-line" submission={submission} />
    </form>
  )
}
