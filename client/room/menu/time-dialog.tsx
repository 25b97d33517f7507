import { createMemo, createSignal, For, Show } from 'solid-js'
import { roomTimeTexts } from '#i18n/room-time.ts'
import { refused } from '../../../protocol/refusal.ts'
import { announce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { createFormSubmission } from '../../ui/form-submission.ts'
import { TextField } from '../../ui/text-field.tsx'
import { setRoomEnd } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import { endRangeOf, nextInstantAt, type Steps, stepsWithin } from './end-choices.ts'

const t = roomTimeTexts
const MINUTE = 60_000

/** Moves the end of the room: by some minutes, or to a time. */
export function TimeDialog(props: { room: RoomModel; onClose: () => void }) {
  const { state } = props.room
  const [time, setTime] = createSignal('')
  const submission = createFormSubmission({ sentences: t.refusals })
  const endsAt = () => state.room?.expiresAt ?? 0
  const now = () => endsAt() - (props.room.timeLeft() ?? 0)
  const range = () => state.room && endRangeOf(state.room, now())
  // With each second the range moves, and the same steps are left: their buttons stay, and the focus with them.
  const steps = (which: keyof Steps) =>
    createMemo<number[]>(
      () => {
        const within = range()
        return within ? stepsWithin(endsAt(), within)[which] : []
      },
      [],
      { equals: (one, other) => one.join() === other.join() },
    )
  const later = steps('later')
  const earlier = steps('earlier')

  async function moveTo(instant: number, form?: HTMLFormElement) {
    const done = await submission.submit(() => setRoomEnd(props.room, instant), form ? { form } : {})
    if (done) announce(t.moved(endsAt()), true)
    return done !== null
  }

  async function submit(form: HTMLFormElement, close: () => void) {
    const instant = nextInstantAt(time(), now())
    const within = range()
    let error: string | undefined
    if (instant === null || !within) error = t.errors.missing
    else if (instant < within.earliest) error = t.errors.early
    else if (instant > within.latest) error = t.errors.late
    if (error !== undefined || instant === null) {
      await submission.submit(async () => refused('internal'), { form, found: { time: error } })
      return
    }
    if (await moveTo(instant, form)) close()
  }

  const row = (
    label: string,
    minutes: () => number[],
    sentence: (minutes: number) => string,
    sign: 1 | -1,
  ) => (
    <Show when={minutes().length > 0}>
      <fieldset class="choices">
        <legend class="field-label">{label}</legend>
        <div class="time-steps">
          <For each={minutes()}>
            {(step) => (
              <button
                type="button"
                class="button button-line"
                onClick={() => void moveTo(endsAt() + sign * step * MINUTE)}
              >
                {sentence(step)}
              </button>
            )}
          </For>
        </div>
      </fieldset>
    </Show>
  )

  return (
    <Dialog
      title={t.title}
      text={(state.room?.closesAt === undefined ? t.burns : t.closes)(endsAt())}
      onClose={props.onClose}
    >
      {(close) => (
        <DialogForm
          submitLabel={t.set}
          cancelLabel={t.done}
          tone="button-main"
          submission={submission}
          onSubmit={(form) => void submit(form, close)}
          onCancel={close}
        >
          {row(t.later, later, t.addStep, 1)}
          {row(t.earlier, earlier, t.takeStep, -1)}
          <TextField
            label={t.endAt}
            type="time"
            hint={t.endAtHint}
            value={time()}
            onInput={(value) => {
              setTime(value)
              submission.clearError('time')
            }}
            error={submission.errors().time ?? null}
          />
        </DialogForm>
      )}
    </Dialog>
  )
}
