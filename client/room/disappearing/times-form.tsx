import { createSignal, Show } from 'solid-js'
import { disappearingTexts } from '#i18n/disappearing.ts'
import { BURN_SEATS_MAX } from '../../../protocol/limits.ts'
import { ok } from '../../../protocol/refusal.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { createFormSubmission } from '../../ui/form-submission.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { RoomModel } from '../room-model.ts'

const t = disappearingTexts

/** Seconds after which a message may disappear. */
const EXPIRES_CHOICES = [60, 600, 3_600, 86_400]
/** Seconds for which each reader may see one that is read once. */
const BURN_CHOICES = [10, 60, 600]

/** What there is to choose from: 0 is none of it. */
const choicesOf = (none: string, seconds: readonly number[]) =>
  [0, ...seconds].map((value) => ({ value, label: value === 0 ? none : t.duration(value) }))

/** Chooses how long the next messages stay, and whether the next one is read once. */
export function TimesForm(props: { room: RoomModel; hasFiles: boolean; onClose: () => void }) {
  const before = props.room.times()
  const [expires, setExpires] = createSignal(before?.expires ?? 0)
  const [burn, setBurn] = createSignal(before?.burn ?? 0)
  /** Why none can be read once now. */
  const whyNot = () => {
    if ((props.room.state.room?.seats ?? 0) > BURN_SEATS_MAX) return t.tooMany(BURN_SEATS_MAX)
    return props.hasFiles ? t.noFiles : null
  }
  const submission = createFormSubmission()

  async function choose(form: HTMLFormElement) {
    const isOffered = whyNot() === null
    const chosen = { expires: expires() || undefined, burn: (isOffered && burn()) || undefined }
    if (
      await submission.submit(
        async () => ok(props.room.chooseTimes(chosen.expires || chosen.burn ? chosen : null)),
        { form },
      )
    )
      props.onClose()
  }

  return (
    <DialogForm
      submitLabel={t.choose}
      cancelLabel={t.cancel}
      tone="button-main"
      submission={submission}
      onSubmit={choose}
      onCancel={props.onClose}
    >
      <RadioGroup
        label={t.after}
        value={expires()}
        choices={choicesOf(t.never, EXPIRES_CHOICES)}
        onChoose={setExpires}
        more={<p class="field-hint">{t.staysHint}</p>}
      />
      <Show when={whyNot() === null} fallback={<p class="field-hint">{whyNot()}</p>}>
        <RadioGroup
          label={t.once}
          value={burn()}
          choices={choicesOf(t.notOnce, BURN_CHOICES)}
          onChoose={setBurn}
          more={<p class="field-hint">{t.onceHint}</p>}
        />
      </Show>
      <p class="field-hint">{t.honest}</p>
    </DialogForm>
  )
}
