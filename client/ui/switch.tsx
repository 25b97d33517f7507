import { createUniqueId } from 'solid-js'

/** On or off, with effect at once. It shows what is the case: a change that was refused does not show. */
export function Switch(props: {
  label: string
  hint: string
  on: boolean
  disabled?: boolean
  onSwitch: (on: boolean) => void
}) {
  const id = createUniqueId()
  return (
    <div class="switch">
      <span class="switch-words">
        <label class="switch-label" for={id}>
          {props.label}
        </label>
        <span class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      </span>
      <button
        type="button"
        id={id}
        class="switch-button"
        role="switch"
        aria-checked={props.on}
        aria-disabled={props.disabled}
        aria-describedby={`${id}-hint`}
        onClick={() => !props.disabled && props.onSwitch(!props.on)}
      />
    </div>
  )
}
