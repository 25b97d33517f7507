import { createSignal, For, Show } from 'solid-js'
import { CAPACITY, PASSWORD } from '../../protocol/limits.ts'
import {
  capacityFits,
  LIFETIMES,
  lifetimeFits,
  type Options,
  UNITS,
  type Unit,
} from '../state/create-options.ts'
import { commonWords } from '../words/en/common.ts'
import { lobbyWords } from '../words/en/lobby.ts'
import { Choices } from './choices.tsx'
import { Field } from './field.tsx'
import { NumberBox } from './number-box.tsx'
import { PeekButton } from './peek-button.tsx'

const say = lobbyWords
const WHO = [
  { value: 'two', label: say.whoTwo },
  { value: 'some', label: say.whoSome },
  { value: 'anyone', label: say.whoAnyone },
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
  return (
    <div class="options-body">
      <Choices
        label={say.who}
        value={props.options.who}
        choices={WHO}
        onChoose={(who) => props.set({ who })}
        wrong={capacityFits(props.options) ? null : say.upToWrong}
      >
        <Show when={props.options.who === 'some'}>
          <div class="own">
            <NumberBox
              label={say.upToLabel}
              min={CAPACITY.min}
              max={CAPACITY.max}
              value={props.options.upTo}
              wrong={!capacityFits(props.options)}
              onNumber={(upTo) => props.set({ upTo })}
            />
            <span>{say.people}</span>
          </div>
        </Show>
      </Choices>

      <Choices
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
            <NumberBox
              label={say.ownLabel}
              min={0}
              fractions
              value={props.options.own}
              wrong={!lifetimeFits(props.options)}
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
      </Choices>

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
        <PeekButton
          shown={shown()}
          label={shown() ? say.hidePassword : say.showPassword}
          onToggle={() => setShown(!shown())}
        />
      </Field>
    </div>
  )
}
