import { createUniqueId, onMount, Show } from 'solid-js'

/** A labelled box for some lines of text, with a hint, or with what is wrong. It has the focus once it is there. */
export function TextArea(props: {
  label: string
  hint?: string | undefined
  value: string
  error?: string | undefined
  onInput: (text: string) => void
}) {
  const id = createUniqueId()
  let box!: HTMLTextAreaElement
  onMount(() => queueMicrotask(() => box.focus()))
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <textarea
        ref={box}
        id={id}
        class="input ask-text"
        rows="3"
        dir="auto"
        value={props.value}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error || props.hint ? `${id}-about` : undefined}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <Show
        when={props.error}
        fallback={
          <Show when={props.hint}>
            <p class="field-hint" id={`${id}-about`}>
              {props.hint}
            </p>
          </Show>
        }
      >
        <p class="field-error" id={`${id}-about`} role="alert">
          {props.error}
        </p>
      </Show>
    </div>
  )
}
