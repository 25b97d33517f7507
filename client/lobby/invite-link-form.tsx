import { createSignal } from 'solid-js'
import { inviteLinkTexts } from '#i18n/invite-link.ts'
import { type InviteLinkParts, parseInviteLink } from '../crypto/parse-invite-link.ts'
import { makeApi } from '../net/api.ts'
import { Field } from '../ui/field.tsx'

const t = inviteLinkTexts

/** A box for a whole link, whatever stands around it. Opening it is a load of its own, so that the key is read anew. */
export function InviteLinkForm() {
  const [text, setText] = createSignal('')
  const [wrong, setWrong] = createSignal<string | null>(null)
  const [busy, setBusy] = createSignal(false)
  let box: HTMLInputElement | undefined

  async function open(event: Event) {
    event.preventDefault()
    if (busy()) return
    setBusy(true)
    const why = await follow(text())
    setBusy(false)
    setWrong(why)
    box?.focus()
  }

  /** A box of one line drops the ends of lines, and a page is pasted without its addresses: both are read here. */
  function paste(event: ClipboardEvent) {
    const pasted = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type) ?? '')
    const found = pasted.map(parseInviteLink).find((invitation) => invitation !== null)
    if (!found) return
    event.preventDefault()
    setText(location.origin + addressOf(found))
    setWrong(null)
  }

  return (
    <form class="gate-form link-form" onSubmit={open} onPaste={paste}>
      <Field
        label={t.label}
        hint={t.hint}
        wrong={wrong()}
        value={text()}
        onInput={(value) => {
          setText(value)
          setWrong(null)
        }}
        box={(element) => {
          box = element
        }}
      />
      <button type="submit" class="button button-line" aria-disabled={busy()}>
        {t.open}
      </button>
    </form>
  )
}

const addressOf = ({ roomId, key }: InviteLinkParts) => `/room/${roomId}${key ? `#${key}` : ''}`

/** Follows the link in a text. A link without a key is a whole one where its room is not encrypted: the room is asked. */
async function follow(text: string): Promise<string | null> {
  const invitation = parseInviteLink(text)
  if (!invitation) return t.noLink
  const address = addressOf(invitation)
  // The one that has just been refused here would load nothing.
  if (address === location.pathname + location.search + location.hash) return t.notWhole
  if (!invitation.key) {
    const { value, refusal } = await makeApi().look(invitation.roomId)
    if (refusal) return refusal.code === 'room-not-found' ? t.noRoom : t.unreachable
    if (value.encryption === 'e2ee') return t.notWhole
  }
  location.assign(address)
  return null
}
