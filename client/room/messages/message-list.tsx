import { createMemo, ErrorBoundary, For, Show, untrack } from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { announce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Lazy, loadOnce } from '../../ui/lazy.tsx'
import type { RoomModel } from '../room-model.ts'
import type { Pending } from '../room-state.ts'
import type { Unread } from '../unread.ts'
import { createScrollPosition } from './create-scroll-position.ts'
import { dayLine, MessageItem, PlainItem } from './message-item.tsx'
import { PendingItem } from './pending-item.tsx'

const orderCheck = loadOnce(() => import('../room-parts.ts'))

/** The messages, those that wait to be sent, and how many are new further down. */
export function MessageList(props: { room: RoomModel; away: Unread; ending: boolean }) {
  const state = props.room.state
  // The model forgets everything the moment a room ends; what burns is what was on the page just before.
  const pending = createMemo<Pending[]>((was) => (props.ending ? was : [...state.pending]), [])
  const roles = createMemo<typeof state.roles>((was) => (props.ending ? was : state.roles), {})
  const ignored = createMemo<readonly string[]>((was) => (props.ending ? was : state.ignored), [])
  // What stands wrong is marked once the code for it is here, after the messages.
  const order = createMemo(() => orderCheck()?.makeOrderCheck())
  const outOfOrder = createMemo<ReadonlySet<number> | undefined>((was) =>
    props.ending ? was : order()?.(state.messages),
  )
  let log!: HTMLDivElement
  const position = createScrollPosition({
    room: props.room,
    away: props.away,
    isEnding: () => props.ending,
    countPending: () => pending().length,
    log: () => log,
  })
  const { messages, countFresh, hasNewest, stay } = position

  const mayPin = () => (state.me?.role ?? 'participant') !== 'participant'

  async function pin(seq: number) {
    const pinned = await import('../room-commands.ts').then(
      (commands) => commands.pinMessage(props.room, seq),
      () => null,
    )
    if (!pinned?.ok) announce(roomTexts.failed, true)
  }

  const mine = (participantId: string) => participantId === state.me?.participantId

  /** The lines that nobody said, after one message: few rooms have any. */
  const notices = (afterSeq: number) => (
    <Show when={state.notices.some((notice) => notice.afterSeq === afterSeq)}>
      <Lazy load={() => import('./log-notices.tsx')} failed={null}>
        {({ LogNotices }) => <LogNotices state={state} afterSeq={afterSeq} />}
      </Lazy>
    </Show>
  )

  return (
    <div class="message-list">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={roomTexts.log}
        // Buttons and times would be read out with what is said: `create-reader.ts` reads who says what, and nothing else.
        aria-live="off"
        tabindex="0"
        onScroll={position.takeScroll}
      >
        <div class="log-inner">
          <div class="log-begin" translate="no">
            <Show
              when={messages().length > 0}
              fallback={state.present > 1 && pending().length === 0 && roomTexts.silence}
            >
              {/* To who reads nothing older the first message is not where it began. */}
              <Show
                when={!position.isAtBeginning()}
                fallback={messages()[0]?.seq === 1 && roomTexts.beginning}
              >
                <button type="button" class="button button-quiet" onClick={position.showOlder}>
                  {roomTexts.older}
                </button>
              </Show>
            </Show>
          </div>
          {notices(0)}
          <For each={messages()}>
            {(message, index) => {
              // Which one is before changes with the place alone: tracked, each message would have all others look again.
              const before = () => untrack(messages)[index() - 1]
              const since = () => props.away.first() === message.seq
              const day = () => dayLine(message, before())
              const role = () => roles()[message.participantId]
              const own = () => mine(message.participantId)
              // One that was taken back, or edited, is another message here: it is drawn anew.
              if (message.deletedAt !== undefined)
                return (
                  <>
                    <Lazy load={() => import('../actions/taken-back.tsx')} failed={null}>
                      {({ TakenBack }) => <TakenBack state={state} message={message} />}
                    </Lazy>
                    {notices(message.seq)}
                  </>
                )
              const item = () => (
                <MessageItem
                  room={props.room}
                  message={message}
                  before={since() || day() ? undefined : before()}
                  mine={own()}
                  role={role()}
                  outOfOrder={outOfOrder()?.has(message.seq) === true}
                  onPin={mayPin() ? () => void pin(message.seq) : undefined}
                  onUnfold={stay}
                />
              )
              // One that fails to draw must not take with it all that comes after.
              return (
                <>
                  <ErrorBoundary fallback={<PlainItem message={message} mine={own()} role={role()} />}>
                    <Show when={day()}>
                      <p class="log-line">{day()}</p>
                    </Show>
                    <Show when={since()}>
                      <p class="log-line log-since">{roomTexts.since}</p>
                    </Show>
                    <Show when={ignored().includes(message.participantId)} fallback={item()}>
                      <Lazy load={() => import('./ignored-message.tsx')} failed={null}>
                        {({ IgnoredMessage }) => <IgnoredMessage message={message}>{item()}</IgnoredMessage>}
                      </Lazy>
                    </Show>
                  </ErrorBoundary>
                  {notices(message.seq)}
                </>
              )
            }}
          </For>
          <Show when={pending().length > 0 && hasNewest()}>
            <ul class="pending" aria-label={roomTexts.unsent}>
              <For each={pending()}>
                {(pending) => (
                  <PendingItem
                    room={props.room}
                    pending={pending}
                    role={state.me?.role}
                    onRetry={() => props.room.retryMessage(pending.id)}
                    onDiscard={() => props.room.discardMessage(pending.id)}
                    onUnfold={stay}
                  />
                )}
              </For>
            </ul>
          </Show>
        </div>
      </div>
      <Show when={countFresh() > 0 || !hasNewest()}>
        <button
          type="button"
          class="button button-main fresh"
          translate="no"
          onClick={() => {
            position.goToBottom()
            log.focus({ preventScroll: true })
          }}
        >
          <Icon name="down" size={18} />
          {countFresh() > 0 ? roomTexts.fresh(countFresh()) : roomTexts.newest}
        </button>
      </Show>
    </div>
  )
}
