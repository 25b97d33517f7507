import { createUniqueId, type JSX, Show } from 'solid-js'

/** A labelled box for what is typed in a form of a facilitator's: an address, a password, a time. */
export function TextField(props: {
  label: string
  type: 'text' | 'email' | 'password' | 'datetime-local'
  value: string
  onInput: (value: string) => void
  hint?: string
  wrong?: string | null
  autocomplete?: string
  maxlength?: number
  min?: string
  disabled?: boolean
  /** What else says something about it: the id of an element. */
  about?: string
  children?: JSX.Element
}) {
  const id = createUniqueId()
  const described = () =>
    [props.wrong ? `${id}-wrong` : props.hint ? `${id}-hint` : '', props.about ?? ''].join(' ').trim()
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="field-box">
        <input
          id={id}
          class="input"
          type={props.type}
          value={props.value}
          autocomplete={(props.autocomplete ?? 'off') as 'off'}
          autocapitalize={props.type === 'text' ? undefined : 'off'}
          maxlength={props.maxlength}
          min={props.min}
          disabled={props.disabled}
          aria-invalid={props.wrong ? 'true' : undefined}
          aria-describedby={described() || undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        {props.children}
      </div>
      <Show when={props.wrong}>
        <p class="field-wrong" id={`${id}-wrong`} role="alert">
          {props.wrong}
        </p>
      </Show>
      <Show when={!props.wrong && props.hint}>
        <p class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      </Show>
    </div>
  )
}
