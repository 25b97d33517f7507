import { Show } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { isBlank } from '../../../protocol/blank-text.ts'
import type { Role } from '../../../protocol/participant.ts'
import { makeDateFormat } from '../../i18n/index.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { loadOnce } from '../../ui/lazy.tsx'
import { Answered } from '../actions/answered.tsx'
import { messageActions } from '../actions/load-actions.ts'
import { PIN } from '../pin-icon.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { wholeText } from '../whole-text.ts'
import { MessageText } from './message-text.tsx'
import { Sender } from './sender.tsx'

// Few messages are voted on, and until it is here their text can be read.
const votes = loadOnce(() => import('../votes/vote-parts.ts'))
const files = loadOnce(() => import('../files/message-files.tsx'))

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })
const formatDay = makeDateFormat({ weekday: 'long', day: 'numeric', month: 'long' })
const formatInstant = makeDateFormat({ dateStyle: 'short', timeStyle: 'medium' })

/** Milliseconds within which one sender's next message needs no heading of its own. */
const RUN = 180_000

/** The day a message begins, where the one before was said on another; null on the day the reader lives in. */
export function dayLine(message: RoomMessage, before: RoomMessage | undefined): string | null {
  const day = formatDay(message.timestamp)
  return day === formatDay(before?.timestamp ?? Date.now()) ? null : day
}

/** A stored message. All of it is text nodes: nothing a person wrote is ever markup. */
export function MessageItem(props: {
  room: RoomModel
  message: RoomMessage
  before: RoomMessage | undefined
  mine: boolean
  /** The sender's, where it is known. */
  role: Role | undefined
  /** Whether it stands in the wrong place, or after some that are missing. */
  outOfOrder: boolean
  /** Puts it on top for everyone; absent for those who may not. */
  onPin?: (() => void) | undefined
  onUnfold: () => void
}) {
  const follows = () =>
    props.before?.participantId === props.message.participantId &&
    props.before.sender === props.message.sender &&
    props.before.deletedAt === undefined &&
    props.message.edit === undefined &&
    props.message.replyTo === undefined &&
    props.message.timestamp - props.before.timestamp < RUN
  const at = () => new Date(props.message.timestamp)
  const isOnce = () => props.message.burn !== undefined
  const hasFiles = () => props.message.attached !== undefined || props.message.files !== undefined
  const names = () => (props.message.attached ?? []).map(({ name }) => name).join('\n')
  const actions = () => messageActions(props.room)
  const text = () => actions()?.pendingText(props.room, props.message.seq) ?? props.message.text
  return (
    <article
      class="message"
      data-seq={props.message.seq}
      classList={{
        'message-mine': props.mine,
        'message-follows': follows(),
        'message-pinnable': props.onPin !== undefined,
      }}
    >
      <header class="message-head">
        <Sender message={props.mine ? undefined : props.message} role={props.role} />
        <time datetime={at().toISOString()} title={formatInstant(at())}>
          {formatTime(at())}
        </time>
        <Show when={props.message.editedAt}>
          {(editedAt) => (
            <span class="message-edited" title={formatInstant(new Date(editedAt()))}>
              {roomTexts.edited}
            </span>
          )}
        </Show>
        <Answered room={props.room} replyTo={props.message.replyTo} />
      </header>
      <Show
        when={isOnce() ? votes()?.ReadOnce : hasFiles() && files()?.MessageFiles}
        keyed
        fallback={
          <Show
            when={!isOnce() && props.message.kind && votes()}
            keyed
            fallback={
              <Show when={!isOnce() && (!hasFiles() || !isBlank(props.message.text))}>
                <MessageText text={text()} opened={props.message.opened} onUnfold={props.onUnfold} />
              </Show>
            }
          >
            {({ VoteMessage }) => (
              <VoteMessage room={props.room} message={props.message} onUnfold={props.onUnfold} />
            )}
          </Show>
        }
      >
        {(Body) => (
          <Body room={props.room} message={props.message} mine={props.mine} onUnfold={props.onUnfold} />
        )}
      </Show>
      <div class="message-tools">
        <Show when={!isOnce()}>
          <CopyButton
            bare
            class="button-quiet button-icon"
            keys="C"
            label={roomTexts.copyMessage}
            text={wholeText(props.message) || names()}
            announcement={roomTexts.messageCopied}
          />
        </Show>
        <Show when={props.onPin}>
          {(pin) => (
            <button
              type="button"
              class="button button-quiet button-icon"
              aria-label={roomTexts.pinMessage}
              aria-keyshortcuts="P"
              title={`${roomTexts.pinMessage} (P)`}
              onClick={() => pin()()}
            >
              <Icon path={PIN} size={18} />
            </button>
          )}
        </Show>
        <Show when={actions()} keyed>
          {({ MessageTools }) => <MessageTools room={props.room} message={props.message} />}
        </Show>
      </div>
      <Show when={actions()} keyed>
        {({ MessageFoot }) => <MessageFoot room={props.room} message={props.message} />}
      </Show>
      <Show when={props.outOfOrder}>
        <p class="message-order">{roomTexts.outOfOrder}</p>
      </Show>
    </article>
  )
}

/** A message of which nothing but its sender and its text could be drawn. */
export function PlainItem(props: { message: RoomMessage; mine: boolean; role: Role | undefined }) {
  return (
    <article class="message" data-seq={props.message.seq}>
      <header class="message-head">
        <Sender message={props.mine ? undefined : props.message} role={props.role} />
      </header>
      <div class="message-text">{props.message.text}</div>
    </article>
  )
}
