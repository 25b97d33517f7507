import { createSignal } from 'solid-js'
import { parseInvite } from '../state/parse-invite.ts'
import { linkWords } from '../words/en/link.ts'
import { Field } from './field.tsx'

const say = linkWords

/** A box for a whole link, whatever stands around it. Opening it is a load of its own, so that the key is read anew. */
export function LinkForm() {
  const [text, setText] = createSignal('')
  const [wrong, setWrong] = createSignal<string | null>(null)
  let box: HTMLInputElement | undefined

  function open(event: Event) {
    event.preventDefault()
    const invitation = parseInvite(text())
    const link = invitation && `/room/${invitation.roomId}#${invitation.key}`
    // The one that has just been refused here would load nothing.
    if (link && link !== location.pathname + location.search + location.hash) return location.assign(link)
    setWrong(text().includes('/room/') ? say.notWhole : say.noLink)
    box?.focus()
  }

  return (
    <form class="gate-form link-form" onSubmit={open}>
      <Field
        label={say.label}
        hint={say.hint}
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
      <button type="submit" class="button button-line">
        {say.open}
      </button>
    </form>
  )
}
