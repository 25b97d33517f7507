import { createUniqueId, type JSX, Show } from 'solid-js'

/** A labelled text box with a hint, or with what is wrong with it: a screen reader reads either one with the box. */
export function TextField(props: {
  label: string
  type?: 'text' | 'email' | 'password' | 'datetime-local' | 'time'
  value: string
  onInput: (value: string) => void
  hint?: string
  /** What is wrong with the value; shown instead of the hint. */
  error?: string | null
  autocomplete?: string
  maxlength?: number
  /** Whether words are typed here: the keyboard of a phone may begin with a capital letter, and spelling is checked. */
  isProse?: boolean
  /** `ltr` for what is written so in every language: an address, a code. */
  dir?: 'ltr'
  /** Ids of other elements that describe the box. */
  describedBy?: string
  inputRef?: (input: HTMLInputElement) => void
  /** Shown inside the box, at its end. */
  children?: JSX.Element
}) {
  const id = createUniqueId()
  const describedBy = () =>
    [props.error ? `${id}-error` : props.hint && `${id}-hint`, props.describedBy].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="field-box">
        <input
          ref={(input) => props.inputRef?.(input)}
          id={id}
          class="input"
          type={props.type ?? 'text'}
          dir={props.dir}
          value={props.value}
          autocomplete={(props.autocomplete ?? 'off') as 'off'}
          autocapitalize={props.isProse ? undefined : 'off'}
          spellcheck={props.isProse ? undefined : false}
          maxlength={props.maxlength}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy() || undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        {props.children}
      </div>
      <Show
        when={props.error}
        fallback={
          <Show when={props.hint}>
            <p class="field-hint" id={`${id}-hint`}>
              {props.hint}
            </p>
          </Show>
        }
      >
        <p class="field-error" id={`${id}-error`} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  )
}
