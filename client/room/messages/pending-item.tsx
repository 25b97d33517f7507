import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import type { Role } from '../../../protocol/participant.ts'
import type { Pending } from '../room-state.ts'
import { wholeText } from '../whole-text.ts'
import { MessageText } from './message-text.tsx'
import { Sender } from './sender.tsx'

const t = roomTexts

/** A message typed here that the room has not confirmed yet: on its way, or failed with a way on. */
export function PendingItem(props: {
  pending: Pending
  role: Role | undefined
  onRetry: () => void
  onDiscard: () => void
  onUnfold: () => void
}) {
  const failed = () => props.pending.state === 'failed'
  return (
    <li class="message message-mine message-pending" classList={{ 'message-failed': failed() }}>
      <p class="message-head">
        <Sender message={undefined} role={props.role} />
        <span class="message-state">{failed() ? t.notSent : t.sending}</span>
      </p>
      <MessageText text={wholeText(props.pending)} opened={props.pending.opened} onUnfold={props.onUnfold} />
      <Show when={failed()}>
        <div class="message-actions">
          <Show when={props.pending.failure && t.failures[props.pending.failure]}>
            {(why) => <span class="message-why">{why()}</span>}
          </Show>
          <button type="button" class="button button-line" onClick={() => props.onRetry()}>
            {t.retry}
          </button>
          <button type="button" class="button button-quiet" onClick={() => props.onDiscard()}>
            {t.discard}
          </button>
        </div>
      </Show>
    </li>
  )
}
