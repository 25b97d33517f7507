import { createUniqueId, Show } from 'solid-js'
import { accountRoomsTexts } from '#i18n/account-rooms.ts'
import { commonTexts } from '#i18n/common.ts'
import { roomOptionsTexts } from '#i18n/room-options.ts'
import { PASSWORD, TITLE_MAX } from '../../protocol/limits.ts'
import type { AccountRoom } from '../../protocol/schedule.ts'
import { clockChangeAt, formatTimeInZone, formatZone, fromLocalInput } from '../i18n/local-time.ts'
import { CapacityField } from '../ui/capacity-field.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { EntryRuleFields } from '../ui/entry-rules.tsx'
import { createFormSubmission, type FieldErrors } from '../ui/form-submission.ts'
import { Icon } from '../ui/icon.tsx'
import { lineError } from '../ui/line-error.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Dashboard } from './create-dashboard.ts'
import { changeableRules, type FormErrors, type RoomForm } from './room-form.ts'

const t = accountRoomsTexts.form

/** Seconds to choose from for how long what was said is kept. */
const RETENTION_CHOICES = [0, 86_400, 604_800, 2_592_000] as const

const WHO = [
  { value: 'anyone', label: t.whoAnyone },
  { value: 'some', label: roomOptionsTexts.whoSome },
] as const

/** The hint beside a time that a clock change skips or repeats. */
function clockChangeHint(value: string): string | undefined {
  const change = clockChangeAt(value)
  return change ? t.clockChange[change.is](formatTimeInZone(change.meant)) : undefined
}

/** Submits a room's form: a title that is taken is shown beside it. */
export function createRoomSubmission() {
  return createFormSubmission({
    fieldFor: { 'title-taken': 'title' },
    sentences: accountRoomsTexts.refusals,
  })
}

/** Returns the sentences for what is wrong with a form, by field. */
export function errorTexts(errors: FormErrors): FieldErrors {
  const texts: FieldErrors = {}
  for (const [field, error] of Object.entries(errors)) if (error) texts[field] = t.errors[error]
  return texts
}

/** The fields of a room, to schedule one or to change one. */
export function RoomFields(props: {
  form: RoomForm
  set: (change: Partial<RoomForm>) => void
  errors: FieldErrors
  dashboard: Pick<Dashboard, 'now' | 'clockSkew'>
  /** The room that is changed. What can't be changed any more is not shown. */
  room?: AccountRoom
  /** Receives the element that holds the options, so that a form can open it where they have an error. */
  detailsRef?: (details: HTMLDetailsElement) => void
}) {
  const zone = createUniqueId()
  const isIn = (...states: AccountRoom['state'][]) => !props.room || states.includes(props.room.state)
  const retentionChoices = () =>
    [...new Set([...RETENTION_CHOICES, props.room?.retainFor ?? 0])]
      // People who came in have seen the time: from then on it only gets shorter.
      .filter((seconds) => isIn('scheduled') || seconds <= (props.room?.retainFor ?? 0))
      .sort((a, b) => a - b)
      .map((value) => ({ value, label: t.retainFor(value) }))
  const who = () => (props.form.who === 'anyone' ? t.whoAnyone : t.whoUpTo(props.form.upTo))

  return (
    <>
      <TextField
        label={t.name}
        isProse
        value={props.form.title}
        onInput={(title) => props.set({ title })}
        error={lineError(props.form.title, props.errors.title !== undefined, TITLE_MAX) ?? props.errors.title}
      />
      <Show when={isIn('open', 'scheduled')}>
        <div class="plan-times">
          <Show when={isIn('scheduled')}>
            <TextField
              label={t.opensAt}
              type="datetime-local"
              describedBy={zone}
              hint={clockChangeHint(props.form.opensAt) ?? (props.room ? undefined : t.opensHint)}
              value={props.form.opensAt}
              onInput={(opensAt) => props.set({ opensAt })}
              error={props.errors.opensAt}
            />
          </Show>
          <TextField
            label={t.closesAt}
            type="datetime-local"
            describedBy={zone}
            hint={clockChangeHint(props.form.closesAt)}
            value={props.form.closesAt}
            onInput={(closesAt) => props.set({ closesAt })}
            error={props.errors.closesAt}
          />
          <Show when={props.dashboard.clockSkew()}>
            {(skew) => (
              <p class="field-error plan-zone" role="alert">
                {t.clock(skew(), formatTimeInZone(props.dashboard.now()))}
              </p>
            )}
          </Show>
          <p class="field-hint plan-zone" id={zone}>
            {t.zone(formatZone(fromLocalInput(props.form.opensAt || props.form.closesAt) ?? Date.now()))}
          </p>
        </div>
      </Show>
      <details class="options" open={!!props.room} ref={(details) => props.detailsRef?.(details)}>
        <summary class="options-summary">
          <span class="options-label">{t.options}</span>
          <span class="options-chosen" translate="no">
            {t.summary(
              who(),
              props.form.encryption === 'e2ee',
              props.form.retainFor,
              props.form.password !== '',
            )}
          </span>
          <Icon path="M6 9.5l6 6 6-6" />
        </summary>
        <div class="options-body">
          <Show when={!props.room}>
            <RadioGroup
              label={t.reading}
              value={props.form.encryption}
              choices={(['e2ee', 'none'] as const).map((value) => ({ value, label: t.readings[value] }))}
              onChoose={(encryption) => props.set({ encryption })}
            >
              {() => <p class="field-hint">{t.readingHints[props.form.encryption]}</p>}
            </RadioGroup>
          </Show>
          <Show when={isIn('open', 'scheduled')}>
            <CapacityField
              choices={WHO}
              value={props.form.who}
              onChoose={(who) => props.set({ who })}
              upTo={props.form.upTo}
              onUpTo={(upTo) => props.set({ upTo })}
              hasError={props.errors.capacity !== undefined}
            />
            <div>
              {/* Where keys rotate the password is part of the key: it changes with the link, in the room. */}
              <Show when={props.room?.keys !== 2}>
                <PasswordField
                  label={commonTexts.password}
                  kind="shared"
                  hint={props.room?.passwordRequired ? t.passwordKept : roomOptionsTexts.passwordHint}
                  maxlength={PASSWORD.max}
                  value={props.form.password}
                  onInput={(password) => props.set({ password, removesPassword: false })}
                  error={props.errors.password}
                />
                <Show when={props.room?.passwordRequired}>
                  <Checkbox
                    label={t.removePassword}
                    checked={props.form.removesPassword}
                    onChange={(removesPassword) => props.set({ removesPassword, password: '' })}
                  />
                </Show>
              </Show>
            </div>
          </Show>
          <RadioGroup
            label={t.retain}
            value={props.form.retainFor}
            choices={retentionChoices()}
            onChoose={(retainFor) => props.set({ retainFor })}
            error={props.errors.retainFor}
          >
            {() => <p class="field-hint">{t.retainHint}</p>}
          </RadioGroup>
          <EntryRuleFields rules={changeableRules(props.form, props.room)} set={props.set} />
        </div>
      </details>
    </>
  )
}
