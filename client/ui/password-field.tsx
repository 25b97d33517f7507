import { createSignal } from 'solid-js'
import { ShowPasswordButton } from './show-password-button.tsx'
import { TextField } from './text-field.tsx'

/** A box for a password, which can be looked at. */
export function PasswordField(props: {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  wrong?: string | null
  /** Whether it is one to be set, or one that is known already. */
  is: 'new' | 'current' | 'room'
  maxlength: number
}) {
  const [shown, setShown] = createSignal(false)
  return (
    <TextField
      label={props.label}
      type={shown() ? 'text' : 'password'}
      value={props.value}
      onInput={props.onInput}
      hint={props.hint}
      wrong={props.wrong}
      // What a room asks for is nobody's own: a browser must not offer the account's there.
      autocomplete={props.is === 'room' ? 'off' : `${props.is}-password`}
      maxlength={props.maxlength}
    >
      <ShowPasswordButton shown={shown()} onToggle={() => setShown(!shown())} />
    </TextField>
  )
}
