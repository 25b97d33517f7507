import { createSignal } from 'solid-js'
import { PeekButton } from '../peek-button.tsx'
import { TypedField } from './typed-field.tsx'

/** A box for a password, which can be looked at. */
export function SecretField(props: {
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
    <TypedField
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
      <PeekButton shown={shown()} onToggle={() => setShown(!shown())} />
    </TypedField>
  )
}
