import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { CAPACITY, PASSWORD } from '../../protocol/limits.ts'
import { commonWords } from '../i18n/en/common.ts'
import { lobbyWords } from '../i18n/en/lobby.ts'
import { optionWords } from '../i18n/en/options.ts'
import { Field } from '../ui/field.tsx'
import { NumberInput } from '../ui/number-input.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { ShowPasswordButton } from '../ui/show-password-button.tsx'
import { capacityFits, LIFETIMES, lifetimeFits, type Options, UNITS, type Unit } from './create-options.ts'

const say = optionWords
const WHO = [
  { value: 'two', label: lobbyWords.whoTwo },
  { value: 'some', label: say.whoSome },
  { value: 'anyone', label: lobbyWords.whoAnyone },
] as const
const LASTS = [
  ...LIFETIMES.map((value) => ({ value, label: say.lifetimeShort[value] })),
  { value: 'own' as const, label: say.lifetimeOwn },
]

/** What a person may choose about a room before it is created. */
export function RoomOptions(props: {
  options: Options
  set: (change: Partial<Options>) => void
  password: string
  onPassword: (password: string) => void
  passwordWrong: string | null
}) {
  const [shown, setShown] = createSignal(false)
  const id = createUniqueId()
  return (
    <div class="options-body">
      <RadioGroup
        id={`${id}-who`}
        label={say.who}
        value={props.options.who}
        choices={WHO}
        onChoose={(who) => props.set({ who })}
        wrong={capacityFits(props.options) ? null : say.upToWrong}
      >
        <Show when={props.options.who === 'some'}>
          <div class="own">
            <NumberInput
              label={say.upToLabel}
              min={CAPACITY.min}
              max={CAPACITY.max}
              value={props.options.upTo}
              wrong={!capacityFits(props.options) && `${id}-who-wrong`}
              onNumber={(upTo) => props.set({ upTo })}
            />
            <span>{say.people}</span>
          </div>
        </Show>
      </RadioGroup>

      <RadioGroup
        id={`${id}-long`}
        label={say.lifetime}
        value={props.options.lifetime}
        choices={LASTS}
        onChoose={(lifetime) => props.set({ lifetime })}
        wrong={lifetimeFits(props.options) ? null : say.lifetimeWrong}
        more={
          <label class="check">
            <input
              type="checkbox"
              checked={props.options.sliding}
              onChange={(event) => props.set({ sliding: event.currentTarget.checked })}
            />
            <span>
              {say.sliding}
              <span class="field-hint">{say.slidingHint}</span>
            </span>
          </label>
        }
      >
        <Show when={props.options.lifetime === 'own'}>
          <div class="own">
            <NumberInput
              label={say.ownLabel}
              min={0}
              fractions
              value={props.options.own}
              wrong={!lifetimeFits(props.options) && `${id}-long-wrong`}
              onNumber={(own) => props.set({ own })}
            />
            <select
              class="input own-unit"
              aria-label={say.unitLabel}
              onChange={(event) => props.set({ unit: event.currentTarget.value as Unit })}
            >
              <For each={Object.keys(UNITS) as Unit[]}>
                {(unit) => (
                  <option value={unit} selected={unit === props.options.unit}>
                    {say.units[unit]}
                  </option>
                )}
              </For>
            </select>
          </div>
        </Show>
      </RadioGroup>

      <Field
        label={commonWords.password}
        hint={say.passwordHint}
        wrong={props.passwordWrong}
        value={props.password}
        onInput={props.onPassword}
        type={shown() ? 'text' : 'password'}
        autocomplete="new-password"
        maxlength={PASSWORD.max}
      >
        <ShowPasswordButton shown={shown()} onToggle={() => setShown(!shown())} />
      </Field>
    </div>
  )
}
