import { Show } from 'solid-js'
import { messageActionsTexts } from '#i18n/message-actions.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { compositionOf } from './composition.ts'
import { textChangesOf } from './text-changes.ts'

const t = messageActionsTexts

/** How an edit of a message fares, or taking it back; nothing where the room has stored it. */
export function ChangeState(props: { room: RoomModel; message: RoomMessage }) {
  const changes = textChangesOf(props.room)
  const pending = () => changes.pendingOf(props.message.seq)
  const drop = () => changes.dropChange(props.message.seq)

  function editAgain(text: string) {
    drop()
    compositionOf(props.room).startEdit(props.message, text)
  }

  /** The text of an edit that failed. */
  const failedText = () => {
    const change = pending()
    return change?.is === 'edit' && change.state === 'failed' ? change.text : undefined
  }
  return (
    <Show when={pending()}>
      {(change) => (
        <div class="message-change" translate="no">
          <Show
            when={change().state === 'failed'}
            fallback={<p aria-live="off">{t.onItsWay[change().is]}</p>}
          >
            <p role="alert">{t.sayFailure(change())}</p>
            <Show when={failedText()}>
              {(text) => (
                <button type="button" class="button button-line" onClick={() => editAgain(text())}>
                  {t.editAgain}
                </button>
              )}
            </Show>
            <button type="button" class="button button-quiet" onClick={drop}>
              {t.dismiss}
            </button>
          </Show>
        </div>
      )}
    </Show>
  )
}
