import { Show } from 'solid-js'
import { roomOptionsTexts } from '#i18n/room-options.ts'
import { CAPACITY } from '../../protocol/limits.ts'
import { NumberInput } from './number-input.tsx'
import { RadioGroup } from './radio-group.tsx'

const t = roomOptionsTexts

/** How many people a room takes: a few choices, one of which, `some`, asks for a number. */
export function CapacityField<T extends string>(props: {
  choices: readonly { value: T; label: string }[]
  value: T
  onChoose: (value: T) => void
  /** The number that goes with `some`. */
  upTo: number
  onUpTo: (upTo: number) => void
  hasError: boolean
}) {
  return (
    <RadioGroup
      label={t.who}
      value={props.value}
      choices={props.choices}
      onChoose={props.onChoose}
      error={props.hasError ? t.capacityError : null}
    >
      {(errorId) => (
        <Show when={props.value === 'some'}>
          <div class="number-row">
            <NumberInput
              label={t.upToLabel}
              min={CAPACITY.min}
              max={CAPACITY.max}
              value={props.upTo}
              errorId={errorId()}
              onNumber={props.onUpTo}
            />
            <span>{t.people}</span>
          </div>
        </Show>
      )}
    </RadioGroup>
  )
}
