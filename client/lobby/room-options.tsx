import { For, Show } from 'solid-js'
import { commonTexts } from '#i18n/common.ts'
import { lobbyTexts } from '#i18n/lobby.ts'
import { roomOptionsTexts } from '#i18n/room-options.ts'
import { PASSWORD } from '../../protocol/limits.ts'
import { CapacityField } from '../ui/capacity-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EntryRuleFields } from '../ui/entry-rules.tsx'
import { Icon } from '../ui/icon.tsx'
import { NumberInput } from '../ui/number-input.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import {
  capacityFits,
  entryRulesOf,
  LIFETIMES,
  lifetimeFits,
  type Options,
  UNITS,
  type Unit,
} from './create-options.ts'

const t = roomOptionsTexts
const WHO = [
  { value: 'two', label: lobbyTexts.whoTwo },
  { value: 'some', label: t.whoSome },
  { value: 'anyone', label: lobbyTexts.whoAnyone },
] as const
const LIFETIME_CHOICES = [
  ...LIFETIMES.map((value) => ({ value, label: t.lifetimeShort[value] })),
  { value: 'own' as const, label: t.lifetimeOwn },
]

/** What a person can choose about a room before they create it. */
export function RoomOptions(props: {
  options: Options
  set: (change: Partial<Options>) => void
  password: string
  onPassword: (password: string) => void
  hasPasswordError: boolean
}) {
  return (
    <div class="options-body">
      <CapacityField
        choices={WHO}
        value={props.options.who}
        onChoose={(who) => props.set({ who })}
        upTo={props.options.upTo}
        onUpTo={(upTo) => props.set({ upTo })}
        hasError={!capacityFits(props.options)}
      />

      <RadioGroup
        label={t.lifetime}
        value={props.options.lifetime}
        choices={LIFETIME_CHOICES}
        onChoose={(lifetime) => props.set({ lifetime })}
        error={lifetimeFits(props.options) ? null : t.lifetimeError}
        more={
          <Checkbox
            label={t.sliding}
            hint={t.slidingHint}
            checked={props.options.sliding}
            onChange={(sliding) => props.set({ sliding })}
          />
        }
      >
        {(errorId) => (
          <Show when={props.options.lifetime === 'own'}>
            <div class="number-row">
              <NumberInput
                label={t.ownLabel}
                min={0}
                fractions
                value={props.options.own}
                errorId={errorId()}
                onNumber={(own) => props.set({ own })}
              />
              <select
                class="input number-row-unit"
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
        )}
      </RadioGroup>

      <PasswordField
        label={commonTexts.password}
        hint={t.passwordHint}
        error={props.hasPasswordError ? t.passwordError : null}
        kind="new"
        maxlength={PASSWORD.max}
        value={props.password}
        onInput={props.onPassword}
      />

      <details class="options">
        <summary class="options-summary">
          <span class="options-label">{t.rules}</span>
          <Icon name="down" size={16} />
        </summary>
        <div class="options-body">
          <EntryRuleFields rules={entryRulesOf(props.options)} set={props.set} />
        </div>
      </details>
    </div>
  )
}
