import { createSignal } from 'solid-js'
import { ShowPasswordButton } from './show-password-button.tsx'
import { TextField } from './text-field.tsx'

/** A box for a password, with a button that shows what is typed. */
export function PasswordField(props: {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  error?: string | null
  /**
   * Whether somebody chooses a password here or types their account's. `shared` is the password of a room, which several
   * people know: a browser must not offer the one of an account there.
   */
  kind: 'new' | 'current' | 'shared'
  maxlength: number
  describedBy?: string
  inputRef?: (input: HTMLInputElement) => void
}) {
  const [isShown, setShown] = createSignal(false)
  return (
    <TextField
      label={props.label}
      type={isShown() ? 'text' : 'password'}
      value={props.value}
      onInput={props.onInput}
      hint={props.hint}
      error={props.error}
      autocomplete={props.kind === 'shared' ? 'off' : `${props.kind}-password`}
      maxlength={props.maxlength}
      describedBy={props.describedBy}
      inputRef={props.inputRef}
    >
      <ShowPasswordButton isShown={isShown()} onToggle={() => setShown(!isShown())} />
    </TextField>
  )
}
