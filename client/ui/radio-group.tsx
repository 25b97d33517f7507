import { createUniqueId, For, type JSX, Show } from 'solid-js'

/** One of a few: radio buttons that look like one strip. Arrow keys move the choice. */
export function RadioGroup<T extends string | number>(props: {
  label: string
  /** What its parts are called by; what is wrong is `<id>-wrong`. */
  id?: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChoose: (value: T) => void
  wrong?: string | null
  /** What belongs to the choice made, such as a number. */
  children?: JSX.Element
  /** What can be chosen besides. */
  more?: JSX.Element
}) {
  const name = props.id ?? createUniqueId()
  return (
    <fieldset class="choices" aria-describedby={props.wrong ? `${name}-wrong` : undefined}>
      <legend class="field-label">{props.label}</legend>
      <div class="strip">
        <For each={props.choices}>
          {(choice) => (
            <label class="strip-choice">
              <input
                class="unseen"
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
      {props.children}
      <Show when={props.wrong}>
        <p class="field-wrong" id={`${name}-wrong`} role="alert">
          {props.wrong}
        </p>
      </Show>
      {props.more}
    </fieldset>
  )
}
