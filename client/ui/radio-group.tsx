import { createUniqueId, For, type JSX, Show } from 'solid-js'

/** One of a few choices: radio buttons that look like one strip. Arrow keys move the choice. */
export function RadioGroup<T extends string | number>(props: {
  label: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChoose: (value: T) => void
  error?: string | null
  /** What belongs to the choice that is made, such as a number; takes the id of the error, where there is one. */
  children?: (errorId: () => string | undefined) => JSX.Element
  /** What else can be chosen. */
  more?: JSX.Element
}) {
  const name = createUniqueId()
  const errorId = () => (props.error ? `${name}-error` : undefined)
  return (
    <fieldset class="choices" aria-describedby={errorId()}>
      <legend class="field-label">{props.label}</legend>
      <div class="strip">
        <For each={props.choices}>
          {(choice) => (
            <label class="strip-choice">
              <input
                class="visually-hidden"
                type="radio"
                name={name}
                checked={props.value === choice.value}
                onChange={() => props.onChoose(choice.value)}
              />
              <span>{choice.label}</span>
            </label>
          )}
        </For>
      </div>
      {props.children?.(errorId)}
      <Show when={props.error}>
        <p class="field-error" id={`${name}-error`} role="alert">
          {props.error}
        </p>
      </Show>
      {props.more}
    </fieldset>
  )
}
