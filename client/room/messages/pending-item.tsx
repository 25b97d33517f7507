import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import type { Role } from '../../../protocol/participant.ts'
import { Lazy } from '../../ui/lazy.tsx'
import { Answered } from '../actions/answered.tsx'
import type { RoomModel } from '../room-model.ts'
import type { Pending } from '../room-state.ts'
import { wholeText } from '../whole-text.ts'
import { MessageText } from './message-text.tsx'
import { Sender } from './sender.tsx'

const t = roomTexts

/** A message typed here that the room has not confirmed yet: on its way, or failed with a way on. */
export function PendingItem(props: {
  room: RoomModel
  pending: Pending
  role: Role | undefined
  onRetry: () => void
  onDiscard: () => void
  onUnfold: () => void
}) {
  const failed = () => props.pending.state === 'failed'
  /** Whether its file is not in this page any more: there is nothing to try again. */
  const isGone = () => props.pending.failure === 'file-gone'
  const hasFile = () => props.pending.upload !== undefined || props.pending.attached !== undefined || isGone()
  return (
    <li class="message message-mine message-pending" classList={{ 'message-failed': failed() }}>
      <p class="message-head">
        <Sender message={undefined} role={props.role} />
        <span class="message-state" translate="no">
          {failed() ? t.notSent : t.sending}
        </span>
        <Answered room={props.room} replyTo={props.pending.replyTo} />
      </p>
      <Show when={!hasFile() || !isBlank(props.pending.text)}>
        <MessageText
          text={wholeText(props.pending)}
          opened={props.pending.opened}
          onUnfold={props.onUnfold}
        />
      </Show>
      <Show when={hasFile()}>
        <Lazy load={() => import('../files/pending-file.tsx')} failed={null}>
          {({ PendingFile }) => <PendingFile pending={props.pending} />}
        </Lazy>
      </Show>
      <Show when={failed()}>
        <div class="message-actions">
          <Show when={!hasFile() && props.pending.failure && t.failures[props.pending.failure]}>
            {(why) => <span class="message-why">{why()}</span>}
          </Show>
          <Show when={!isGone()}>
            <button type="button" class="button button-line" onClick={() => props.onRetry()}>
              {t.retry}
            </button>
          </Show>
          <button type="button" class="button button-quiet" onClick={() => props.onDiscard()}>
            {t.discard}
          </button>
        </div>
      </Show>
    </li>
  )
}
