import { createSignal, Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { parseKeyFile } from '../crypto/key-file.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import { parseInviteLink } from '../crypto/parse-invite-link.ts'
import { announce } from '../ui/announcer.tsx'
import { type Answer, createFormSubmission } from '../ui/form-submission.ts'
import { Submit } from '../ui/submit.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Dashboard } from './create-dashboard.ts'
import type { KeySource } from './take-own-keys.ts'

const t = accountRoomsTexts.key

/** Where this browser has lost the key of a room: takes the whole invite link, which ends with the key, and keeps it again. */
export function KeyForm(props: { dashboard: Dashboard; room: AccountRoom }) {
  const [inviteLink, setInviteLink] = createSignal('')
  const isRotating = () => props.room.keys === 2
  const submission = createFormSubmission({
    fieldFor: { 'wrong-key': 'inviteLink', password: 'inviteLink' },
    sentences: {
      ...accountRoomsTexts.refusals,
      'wrong-key': t.wrongKey,
      password: t.needsPassword,
      'no-key-file': t.noKeyFile,
    },
  })

  async function keepKey(form: HTMLFormElement) {
    const invitation = parseInviteLink(inviteLink())
    const { linkKey = null, epochLink } = invitation ?? {}
    const take = () => (epochLink ? takeKeys({ is: 'link', link: epochLink }) : storeKey(linkKey))
    // This form is gone once there is a key; the focus goes to the first thing that can be done with it.
    const card = form.closest('article')
    const found = { inviteLink: findError(invitation) }
    const done = await submission.submit(take, { form, found })
    if (done) showTaken(card)
  }

  function showTaken(card: HTMLElement | null) {
    announce(t.taken(props.room.title), true)
    queueMicrotask(() => card?.querySelector<HTMLElement>('.button')?.focus())
  }

  async function readKeyFile(input: HTMLInputElement) {
    const [chosen] = input.files ?? []
    if (!chosen) return
    const { form } = input
    const card = input.closest('article')
    const file = parseKeyFile(await chosen.text())
    input.value = ''
    const take = async (): Promise<Answer> =>
      file ? takeKeys({ is: 'file', file }) : { refusal: { code: 'no-key-file' } }
    if (form && (await submission.submit(take, { form }))) showTaken(card)
  }

  async function takeKeys(source: KeySource): Promise<Answer> {
    const taken = await props.dashboard.takeKeys(props.room, source)
    if (taken.is === 'refused') return { refusal: taken.refusal }
    return taken.is === 'taken' ? { value: taken } : { refusal: { code: taken.is } }
  }

  function findError(invitation: ReturnType<typeof parseInviteLink>): string | undefined {
    if (!invitation) return t.noLink
    if (invitation.roomId !== props.room.roomId) return t.otherRoom
    if (isRotating()) return invitation.epochLink ? undefined : t.notWhole
    return invitation.linkKey ? undefined : t.notWhole
  }

  async function storeKey(linkKey: LinkKey | null): Promise<Answer> {
    if (linkKey === null) return { refusal: { code: 'wrong-key' } }
    const outcome = await props.dashboard.storeLinkKey(props.room, linkKey)
    if (outcome.is === 'wrong-key') return { refusal: { code: 'wrong-key' } }
    return outcome.is === 'refused' ? { refusal: outcome.refusal } : { value: outcome }
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
        dir="ltr"
        value={inviteLink()}
        error={submission.errors().inviteLink}
        onInput={(value) => {
          setInviteLink(value)
          submission.clearError('inviteLink')
        }}
      />
      <Submit label={t.button} class="button-line" submission={submission} />
      <Show when={isRotating()}>
        <label class="field-hint">
          {t.fromFile}{' '}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void readKeyFile(event.currentTarget)}
          />
        </label>
      </Show>
    </form>
  )
}
