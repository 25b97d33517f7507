import { createEffect } from 'solid-js'

/** A box for a number. What is typed stays as it is typed: "1." on its way to 1.5 is not a number yet, and must not become one. */
export function NumberInput(props: {
  label: string
  value: number
  min: number
  max?: number
  /** Takes numbers that are not whole. */
  fractions?: boolean
  /** Id of the sentence that says what is wrong with the number, where something is. */
  errorId: string | undefined
  /** Receives what is typed; 0 where that is not a number. */
  onNumber: (number: number) => void
}) {
  let input!: HTMLInputElement
  const typed = () => input.valueAsNumber || 0
  createEffect(() => {
    const { value } = props
    if (value !== typed()) input.value = String(value)
  })
  return (
    <input
      ref={input}
      class="input number-row-input"
      type="number"
      inputmode={props.fractions ? 'decimal' : 'numeric'}
      step={props.fractions ? 'any' : undefined}
      min={props.min}
      max={props.max}
      aria-label={props.label}
      aria-invalid={props.errorId ? 'true' : undefined}
      aria-describedby={props.errorId}
      onInput={() => props.onNumber(typed())}
    />
  )
}
