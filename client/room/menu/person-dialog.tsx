import { createSignal, For, Show } from 'solid-js'
import { personDialogTexts } from '#i18n/person-dialog.ts'
import { CENTURY_END } from '../../../protocol/limits.ts'
import type { ManagedPatch } from '../../../protocol/participant.ts'
import { joinSentences } from '../../i18n/index.ts'
import { announce } from '../../ui/announcer.tsx'
import { CloseButton } from '../../ui/close-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { sentenceFor } from '../../ui/form-submission.ts'
import { manageParticipant } from '../room-commands.ts'
import type { RoomModel } from '../room-model.ts'
import type { NamedParticipant } from '../room-state.ts'
import { serverNow } from '../server-now.ts'
import { sayName } from '../shown-names.tsx'
import { isUntilTold } from '../speaking.ts'
import { findPersonActions, type PersonAction } from './person-actions.ts'

const t = personDialogTexts

/** Minutes for which a host can mute somebody; null until told otherwise. */
const MUTE_FOR = [5, 10, 30, null]
const MINUTE = 60_000

const PATCHES = {
  'make-host': { role: 'host' },
  'take-role': { role: 'participant' },
  unmute: { mutedUntil: null },
  'lower-hand': { hand: false },
} as const satisfies Partial<Record<PersonAction, ManagedPatch>>

/** What one can do with somebody else in the room: everybody can ignore them, and hosts a few things more. */
export function PersonDialog(props: {
  room: RoomModel
  /** As they were when it was opened. */
  person: NamedParticipant
  onRemove: () => void
  onClose: () => void
}) {
  const { state } = props.room
  const id = props.person.participantId
  const isThem = ({ participantId }: NamedParticipant) => participantId === id
  const person = () => state.participants.find(isThem) ?? state.unlisted[id] ?? props.person
  const name = () => sayName({ ...person(), name: person().alias })
  const now = () => serverNow(props.room)
  const actions = () => (state.me ? findPersonActions(state.me, person(), now()) : [])
  const isIgnored = () => state.ignored.includes(id)
  const [isMuting, setMuting] = createSignal(false)
  let next = () => props.onClose()

  const about = () => {
    const { role, muted = 0 } = person()
    const silence = muted > now() ? t.muted(isUntilTold(muted, state.room) ? null : muted) : ''
    return joinSentences([t.role[role], silence])
  }

  function ignore(close: () => void) {
    const done = isIgnored() ? t.notIgnored(name()) : t.ignored(name())
    const others = state.ignored.filter((one) => one !== id)
    props.room.ignorePeople(isIgnored() ? others : [...others, id])
    close()
    announce(done, true)
  }

  async function change(action: keyof typeof t.done, patch: ManagedPatch, close: () => void) {
    const done = t.done[action](name())
    const { refusal } = await manageParticipant(props.room, id, patch)
    if (refusal) return announce(sentenceFor(refusal, t.refusals), true)
    close()
    announce(done, true)
  }

  function act(action: PersonAction, close: () => void) {
    if (action === 'mute') return setMuting(true)
    if (action !== 'remove') return void change(action, PATCHES[action], close)
    next = props.onRemove
    close()
  }

  function mute(minutes: number | null, close: () => void) {
    const mutedUntil = minutes === null ? CENTURY_END : Math.ceil(now() + minutes * MINUTE)
    void change('mute', { mutedUntil }, close)
  }

  const focus = (button: HTMLElement) => queueMicrotask(() => button.focus())
  let isBack = false

  return (
    <Dialog title={name()} text={about()} class="person-dialog" onClose={() => next()}>
      {(close) => (
        <>
          <CloseButton onClose={close} />
          <Show
            when={isMuting()}
            fallback={
              <div class="person-actions">
                <For each={actions()}>
                  {(action) => (
                    <button
                      ref={(button) => isBack && action === 'mute' && focus(button)}
                      type="button"
                      class={`button button-line ${action === 'remove' ? 'button-warn' : ''}`}
                      onClick={() => act(action, close)}
                    >
                      {t.actions[action]}
                    </button>
                  )}
                </For>
                <button
                  type="button"
                  class="button button-line"
                  aria-describedby={`${id}-hint`}
                  onClick={() => ignore(close)}
                >
                  {isIgnored() ? t.stopIgnoring : t.ignore}
                </button>
                <p class="field-hint" id={`${id}-hint`}>
                  {t.ignoreHint}
                </p>
              </div>
            }
          >
            <fieldset class="choices">
              <legend class="field-label">{t.muteFor}</legend>
              <div class="person-actions">
                <For each={MUTE_FOR}>
                  {(minutes, at) => (
                    <button
                      ref={(button) => at() === 0 && focus(button)}
                      type="button"
                      class="button button-line"
                      onClick={() => mute(minutes, close)}
                    >
                      {minutes === null ? t.untilTold : t.minutes(minutes)}
                    </button>
                  )}
                </For>
                <button
                  type="button"
                  class="button button-quiet"
                  onClick={() => {
                    isBack = true
                    setMuting(false)
                  }}
                >
                  {t.back}
                </button>
              </div>
            </fieldset>
          </Show>
        </>
      )}
    </Dialog>
  )
}
