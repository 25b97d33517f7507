import { createSignal } from 'solid-js'
import { inviteLinkTexts } from '#i18n/invite-link.ts'
import { formatInvitePath, parseInviteLink } from '../crypto/parse-invite-link.ts'
import { makeVisitorApi } from '../net/visitor-api.ts'
import { createFormSubmission } from '../ui/form-submission.ts'
import { Submit } from '../ui/submit.tsx'
import { TextField } from '../ui/text-field.tsx'

const t = inviteLinkTexts

/** A box for a whole invite link, with any text around it. Opening it loads the page again, so that its key is read. */
export function InviteLinkForm() {
  const [text, setText] = createSignal('')
  const submission = createFormSubmission({
    fieldFor: {
      'no-invite-link': 'inviteLink',
      'not-whole': 'inviteLink',
      'room-not-found': 'inviteLink',
      unreachable: 'inviteLink',
    },
    sentences: {
      'no-invite-link': t.noLink,
      'not-whole': t.notWhole,
      'room-not-found': t.noRoom,
      unreachable: t.unreachable,
    },
  })

  async function openRoom(form: HTMLFormElement) {
    const done = await submission.submit(() => findAddress(text()), { form })
    if (done) location.assign(done.value)
  }

  /** A box of one line drops line breaks, and text pasted from a page has lost its addresses: both are read here. */
  function handlePaste(event: ClipboardEvent) {
    const pasted = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type) ?? '')
    const found = pasted.map(parseInviteLink).find((invitation) => invitation !== null)
    if (!found) return
    event.preventDefault()
    setText(location.origin + formatInvitePath(found))
    submission.clearError('inviteLink')
  }

  return (
    <form
      class="page-form invite-link-form"
      onSubmit={(event) => {
        event.preventDefault()
        void openRoom(event.currentTarget)
      }}
      onPaste={handlePaste}
    >
      <TextField
        label={t.label}
        dir="ltr"
        hint={t.hint}
        error={submission.errors().inviteLink}
        value={text()}
        onInput={(value) => {
          setText(value)
          submission.clearError('inviteLink')
        }}
      />
      <Submit label={t.open} class="button-line" submission={submission} />
    </form>
  )
}

/** Finds the address of the room in a text. An invite link without a key is whole where its room is not encrypted: the room is asked. */
async function findAddress(text: string) {
  const invitation = parseInviteLink(text)
  if (!invitation) return refuse('no-invite-link')
  // Beside the folder of this page, which may stand in a frame of another site.
  const address = `..${formatInvitePath(invitation)}`
  // The address that was just refused here would load nothing.
  if (new URL(address, location.href).href === location.href) return refuse('not-whole')
  if (!invitation.linkKey && !invitation.epochLink) {
    const { value, refusal } = await makeVisitorApi().fetchRoom(invitation.roomId)
    if (refusal) return refuse(refusal.code === 'room-not-found' ? refusal.code : 'unreachable')
    if (value.encryption === 'e2ee') return refuse('not-whole')
  }
  return { value: address }
}

const refuse = (code: string) => ({ refusal: { code } })
