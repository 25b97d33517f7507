import { createEffect } from 'solid-js'

/** A box for a number. What is typed stays as it is typed: "1." on its way to 1.5 is no number, and must not become one. */
export function NumberInput(props: {
  label: string
  value: number
  min: number
  max?: number
  /** Takes numbers that are not whole. */
  fractions?: boolean
  /** The id of the sentence that says what is wrong with it, where something is. */
  wrong: string | false
  /** Gives what is typed; 0 where it is no number. */
  onNumber: (number: number) => void
}) {
  let box!: HTMLInputElement
  const typed = () => box.valueAsNumber || 0
  createEffect(() => {
    const { value } = props
    if (value !== typed()) box.value = String(value)
  })
  return (
    <input
      ref={box}
      class="input own-number"
      type="number"
      inputmode={props.fractions ? 'decimal' : 'numeric'}
      step={props.fractions ? 'any' : undefined}
      min={props.min}
      max={props.max}
      aria-label={props.label}
      aria-invalid={props.wrong ? 'true' : undefined}
      aria-describedby={props.wrong || undefined}
      onInput={() => props.onNumber(typed())}
    />
  )
}
