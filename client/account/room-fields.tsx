import '../styles/options.css'
import { createUniqueId, Show } from 'solid-js'
import { accountTexts } from '#i18n/account.ts'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { CAPACITY, PASSWORD, TITLE_MAX } from '../../protocol/limits.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { clockChangeAt, formatTimeInZone, formatZone, fromLocalInput } from '../i18n/local-time.ts'
import { Icon } from '../ui/icon.tsx'
import { lineError } from '../ui/line-error.ts'
import { NumberInput } from '../ui/number-input.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Dashboard } from './create-dashboard.ts'
import type { RoomForm } from './room-form.ts'

const t = accountRoomsTexts.form

/** Seconds that are offered to keep what was said for. */
const RETAINS = [0, 86_400, 604_800, 2_592_000] as const

/** What is said beside a time that a clock change skips or repeats. */
function clockChange(value: string): string | undefined {
  const change = clockChangeAt(value)
  return change ? t.clockChange[change.is](formatTimeInZone(change.meant)) : undefined
}

/** The fields of a room, to schedule one or to change the one that is there. */
export function RoomFields(props: {
  draft: RoomForm
  set: (change: Partial<RoomForm>) => void
  wrongs: Record<string, string | undefined>
  /** Knows the right time. */
  dashboard: Pick<Dashboard, 'now' | 'skew'>
  /** The room that is changed: what can't be changed of it any more is not offered. */
  room?: AccountRoom
  /** Receives what opens the options, so that a form can show what is wrong in them. */
  details?: (details: HTMLDetailsElement) => void
}) {
  const zone = createUniqueId()
  const is = (...states: AccountRoom['state'][]) => !props.room || states.includes(props.room.state)
  const retains = () =>
    [...new Set([...RETAINS, props.room?.retainFor ?? 0])]
      // Those who came in were told: from then on it only gets shorter.
      .filter((seconds) => is('scheduled') || seconds <= (props.room?.retainFor ?? 0))
      .sort((a, b) => a - b)
      .map((value) => ({ value, label: t.retainFor(value) }))
  const who = () => (props.draft.who === 'anyone' ? t.whoAnyone : t.whoUpTo(props.draft.upTo))

  return (
    <>
      <TextField
        label={t.name}
        type="text"
        value={props.draft.title}
        onInput={(title) => props.set({ title })}
        wrong={
          lineError(props.draft.title, props.wrongs.title !== undefined, TITLE_MAX) ?? props.wrongs.title
        }
      />
      <Show when={is('open', 'scheduled')}>
        <div class="plan-times">
          <Show when={is('scheduled')}>
            <TextField
              label={t.opensAt}
              type="datetime-local"
              about={zone}
              hint={clockChange(props.draft.opensAt) ?? (props.room ? undefined : t.opensHint)}
              value={props.draft.opensAt}
              onInput={(opensAt) => props.set({ opensAt })}
              wrong={props.wrongs.opensAt}
            />
          </Show>
          <TextField
            label={t.closesAt}
            type="datetime-local"
            about={zone}
            hint={clockChange(props.draft.closesAt)}
            value={props.draft.closesAt}
            onInput={(closesAt) => props.set({ closesAt })}
            wrong={props.wrongs.closesAt}
          />
          <Show when={props.dashboard.skew()}>
            {(skew) => (
              <p class="field-wrong plan-zone" role="alert">
                {t.clock(skew(), formatTimeInZone(props.dashboard.now()))}
              </p>
            )}
          </Show>
          <p class="field-hint plan-zone" id={zone}>
            {t.zone(formatZone(fromLocalInput(props.draft.opensAt || props.draft.closesAt) ?? Date.now()))}
          </p>
        </div>
      </Show>
      <details class="options" open={!!props.room} ref={(details) => props.details?.(details)}>
        <summary class="options-summary">
          <span class="options-word">{t.options}</span>
          <span class="options-chosen">
            {t.summary(
              who(),
              props.draft.encryption === 'e2ee',
              t.retainFor(props.draft.retainFor),
              props.draft.password !== '',
            )}
          </span>
          <Icon path="M6 9.5l6 6 6-6" />
        </summary>
        <div class="options-body">
          <Show when={!props.room}>
            <RadioGroup
              label={t.reading}
              value={props.draft.encryption}
              choices={(['e2ee', 'none'] as const).map((value) => ({ value, label: t.readings[value] }))}
              onChoose={(encryption) => props.set({ encryption })}
            >
              <p class="field-hint plan-hint">{t.readingHints[props.draft.encryption]}</p>
            </RadioGroup>
          </Show>
          <Show when={is('open', 'scheduled')}>
            <RadioGroup
              id={`${zone}-who`}
              label={t.who}
              value={props.draft.who}
              choices={[
                { value: 'anyone', label: t.whoAnyone },
                { value: 'some', label: t.whoSome },
              ]}
              onChoose={(who) => props.set({ who })}
              wrong={props.wrongs.capacity}
            >
              <Show when={props.draft.who === 'some'}>
                <div class="own">
                  <NumberInput
                    label={t.upToLabel}
                    min={CAPACITY.min}
                    max={CAPACITY.max}
                    value={props.draft.upTo}
                    wrong={props.wrongs.capacity !== undefined && `${zone}-who-wrong`}
                    onNumber={(upTo) => props.set({ upTo })}
                  />
                  <span>{t.people}</span>
                </div>
              </Show>
            </RadioGroup>
            <div>
              <PasswordField
                label={accountTexts.password}
                is="room"
                hint={props.room?.passwordRequired ? t.passwordKept : t.passwordHint}
                maxlength={PASSWORD.max}
                value={props.draft.password}
                onInput={(password) => props.set({ password, passwordAway: false })}
                wrong={props.wrongs.password}
              />
              <Show when={props.room?.passwordRequired}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={props.draft.passwordAway}
                    onChange={(event) =>
                      props.set({ passwordAway: event.currentTarget.checked, password: '' })
                    }
                  />
                  <span>{t.passwordAway}</span>
                </label>
              </Show>
            </div>
          </Show>
          <RadioGroup
            label={t.retain}
            value={props.draft.retainFor}
            choices={retains()}
            onChoose={(retainFor) => props.set({ retainFor })}
            wrong={props.wrongs.retainFor}
          >
            <p class="field-hint plan-hint">{t.retainHint}</p>
          </RadioGroup>
        </div>
      </details>
    </>
  )
}
