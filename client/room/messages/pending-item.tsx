import { Show } from 'solid-js'
import type { Role } from '../../../protocol/participant.ts'
import { roomWords } from '../../i18n/en/room.ts'
import type { Pending } from '../room-state.ts'
import { MessageText } from './message-text.tsx'
import { Sender } from './sender.tsx'

const say = roomWords

/** A message typed here that the room has not told of yet: on its way, or failed with a way on. */
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
        <Sender alias="" mine role={props.role} />
        <span class="message-state">{failed() ? say.notSent : say.sending}</span>
      </p>
      <MessageText text={props.pending.text} opened={props.pending.opened} onUnfold={props.onUnfold} />
      <Show when={failed()}>
        <div class="message-ways">
          <Show when={props.pending.failure && say.failures[props.pending.failure]}>
            {(why) => <span class="message-why">{why()}</span>}
          </Show>
          <button type="button" class="button button-line" onClick={() => props.onRetry()}>
            {say.retry}
          </button>
          <button type="button" class="button button-quiet" onClick={() => props.onDiscard()}>
            {say.discard}
          </button>
        </div>
      </Show>
    </li>
  )
}
