import { type JSX, Show } from 'solid-js'
import { messageActionsTexts } from '#i18n/message-actions.ts'
import { createBeforeUnloadGuard } from '../../browser/before-unload-guard.ts'
import { announce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { timeParts } from '../disappearing/load-time-parts.ts'
import { findMessage } from '../message-order.ts'
import type { RoomModel } from '../room-model.ts'
import { PersonName } from '../shown-names.tsx'
import { compositionOf } from './composition.ts'
import { EDIT, REPLY } from './icons.ts'
import { sayQuote } from './say-quote.ts'
import { textChangesOf } from './text-changes.ts'

const t = messageActionsTexts

/** Above the message box: how long the next messages stay, and what is answered, or edited. Nothing where a message of its own is written that stays. */
export function ComposerTarget(props: {
  room: RoomModel
  /** Its id, for what describes the box. */
  id: string
  text: string
  onText: (text: string) => void
  onFocus: () => void
}) {
  const { state } = props.room
  const composition = compositionOf(props.room)
  composition.attach({
    text: () => props.text,
    write: props.onText,
    focus: props.onFocus,
    say: (text) => announce(text, true),
  })
  createBeforeUnloadGuard(() => textChangesOf(props.room).hasEdits())
  const message = () => {
    const target = composition.target()
    return target ? findMessage(state, target.seq) : undefined
  }
  /** The name of who is answered; null where it is the reader. */
  const answered = (): JSX.Element | null => {
    if (message()?.participantId === state.me?.participantId) return null
    return (
      <Show when={message()}>
        {(message) => <PersonName person={{ ...message(), name: message().sender }} />}
      </Show>
    )
  }
  const isEdit = () => composition.target()?.is === 'edit'
  return (
    <>
      <Show when={props.room.times() && timeParts()} keyed>
        {({ ChosenTimes }) => <ChosenTimes room={props.room} onFocus={props.onFocus} />}
      </Show>
      <Show when={composition.target()}>
        <div class="composer-target">
          <Icon path={isEdit() ? EDIT : REPLY} size={18} points={!isEdit()} />
          <p id={props.id}>
            <Show when={!composition.isGone()} fallback={isEdit() ? t.editedGone : t.answeredGone}>
              <Show when={!isEdit()} fallback={t.editing}>
                {t.replyingTo(answered(), <bdi>{sayQuote(message(), [])}</bdi>)}
              </Show>
            </Show>
          </p>
          <button
            type="button"
            class="button button-quiet button-icon"
            aria-label={isEdit() ? t.cancelEdit : t.cancelReply}
            title={isEdit() ? t.cancelEdit : t.cancelReply}
            onClick={() => {
              composition.cancel()
              props.onFocus()
            }}
          >
            <Icon path="M6 6l12 12M18 6L6 18" size={18} />
          </button>
        </div>
      </Show>
    </>
  )
}
