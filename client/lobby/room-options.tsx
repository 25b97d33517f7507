import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { lobbyTexts } from '#i18n/lobby.ts'
import { optionsTexts } from '#i18n/options.ts'
import { CAPACITY, PASSWORD } from '../../protocol/limits.ts'
import { Field } from '../ui/field.tsx'
import { NumberInput } from '../ui/number-input.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { ShowPasswordButton } from '../ui/show-password-button.tsx'
import { capacityFits, LIFETIMES, lifetimeFits, type Options, UNITS, type Unit } from './create-options.ts'

const t = optionsTexts
const WHO = [
  { value: 'two', label: lobbyTexts.whoTwo },
  { value: 'some', label: t.whoSome },
  { value: 'anyone', label: lobbyTexts.whoAnyone },
] as const
const LASTS = [
  ...LIFETIMES.map((value) => ({ value, label: t.lifetimeShort[value] })),
  { value: 'own' as const, label: t.lifetimeOwn },
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
        label={t.who}
        value={props.options.who}
        choices={WHO}
        onChoose={(who) => props.set({ who })}
        wrong={capacityFits(props.options) ? null : t.upToWrong}
      >
        <Show when={props.options.who === 'some'}>
          <div class="own">
            <NumberInput
              label={t.upToLabel}
              min={CAPACITY.min}
              max={CAPACITY.max}
              value={props.options.upTo}
              wrong={!capacityFits(props.options) && `${id}-who-wrong`}
              onNumber={(upTo) => props.set({ upTo })}
            />
            <span>{t.people}</span>
          </div>
        </Show>
      </RadioGroup>

      <RadioGroup
        id={`${id}-long`}
        label={t.lifetime}
        value={props.options.lifetime}
        choices={LASTS}
        onChoose={(lifetime) => props.set({ lifetime })}
        wrong={lifetimeFits(props.options) ? null : t.lifetimeWrong}
        more={
          <label class="check">
            <input
              type="checkbox"
              checked={props.options.sliding}
              onChange={(event) => props.set({ sliding: event.currentTarget.checked })}
            />
            <span>
              {t.sliding}
              <span class="field-hint">{t.slidingHint}</span>
            </span>
          </label>
        }
      >
        <Show when={props.options.lifetime === 'own'}>
          <div class="own">
            <NumberInput
              label={t.ownLabel}
              min={0}
              fractions
              value={props.options.own}
              wrong={!lifetimeFits(props.options) && `${id}-long-wrong`}
              onNumber={(own) => props.set({ own })}
            />
            <select
              class="input own-unit"
              aria-label={t.unitLabel}
              onChange={(event) => props.set({ unit: event.currentTarget.value as Unit })}
            >
              <For each={Object.keys(UNITS) as Unit[]}>
                {(unit) => (
                  <option value={unit} selected={unit === props.options.unit}>
                    {t.units[unit]}
                  </option>
                )}
              </For>
            </select>
          </div>
        </Show>
      </RadioGroup>

      <Field
        label={commonTexts.password}
        hint={t.passwordHint}
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
