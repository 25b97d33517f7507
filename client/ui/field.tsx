import { createUniqueId, type JSX, Show } from 'solid-js'

/** A labelled text box, with a hint or what is wrong with it, both tied to it for screen readers. */
export function Field(props: {
  label: string
  value: string
  onInput: (value: string) => void
  hint?: string
  wrong?: string | null
  placeholder?: string
  type?: 'text' | 'password'
  autocomplete?: string
  maxlength?: number
  required?: boolean
  /** What else says something about it: the id of an element. */
  about?: string
  /** Receives the box, so that a form can put the focus on what is wrong. */
  box?: (box: HTMLInputElement) => void
  children?: JSX.Element
}) {
  const id = createUniqueId()
  const described = () =>
    [props.wrong ? `${id}-wrong` : props.hint && `${id}-hint`, props.about].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <div class="field-box">
        <input
          ref={(box) => props.box?.(box)}
          id={id}
          class="input"
          type={props.type ?? 'text'}
          value={props.value}
          placeholder={props.placeholder}
          autocomplete={(props.autocomplete ?? 'off') as 'off'}
          autocapitalize="off"
          spellcheck={false}
          maxlength={props.maxlength}
          required={props.required}
          aria-invalid={props.wrong ? 'true' : undefined}
          aria-describedby={described() || undefined}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        {props.children}
      </div>
      <Show
        when={props.wrong}
        fallback={
          <Show when={props.hint}>
            <p class="field-hint" id={`${id}-hint`}>
              {props.hint}
            </p>
          </Show>
        }
      >
        <p class="field-wrong" id={`${id}-wrong`} role="alert">
          {props.wrong}
        </p>
      </Show>
    </div>
  )
}
