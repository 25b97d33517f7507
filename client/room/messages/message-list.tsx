import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  For,
  on,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js'
import { roomTexts } from '#i18n/room.ts'
import { createSelecting } from '../../browser/text-selection.ts'
import { announce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Lazy, loadOnce } from '../../ui/lazy.tsx'
import type { RoomModel } from '../room-model.ts'
import type { Pending, RoomMessage } from '../room-state.ts'
import { countThere, type Unread } from '../unread.ts'
import { dayLine, MessageItem, PlainItem } from './message-item.tsx'
import {
  extendDown,
  extendUp,
  firstSeq,
  followNewest,
  holdPosition,
  isSameWindow,
  type MessageWindow,
  messagesInWindow,
  WHOLE_WINDOW,
} from './message-window.ts'
import { PendingItem } from './pending-item.tsx'
import { registerList } from './shown-list.ts'

/** The newest `seq`, and how many messages wait. */
type Tally = readonly [number, number]

const orderCheck = loadOnce(() => import('../out-of-order.ts'))

/** Pixels from an end of the list that still count as being there. */
const NEAR = 64

/** Milliseconds in which screen readers take what was loaded for old, before they announce what is new. */
const SETTLE = 400

/**
 * The messages. Someone at the bottom stays there; someone reading further up keeps the place and sees how many
 * are new. What is loaded, rather than said, is not read out.
 */
export function MessageList(props: { room: RoomModel; away: Unread; ending: boolean }) {
  const state = props.room.state
  const [stretch, setStretch] = createSignal(WHOLE_WINDOW, { equals: isSameWindow })
  // The model forgets everything the moment a room ends; what burns is what was on the page just before.
  const messages = createMemo<RoomMessage[]>(
    (was) => (props.ending ? was : messagesInWindow(state.messages, stretch())),
    [],
  )
  const pending = createMemo<Pending[]>((was) => (props.ending ? was : [...state.pending]), [])
  const roles = createMemo<typeof state.roles>((was) => (props.ending ? was : state.roles), {})
  const ignored = createMemo<readonly string[]>((was) => (props.ending ? was : state.ignored), [])
  // What stands wrong is marked once the code for it is here, after the messages.
  const order = createMemo(() => orderCheck()?.makeOrderCheck())
  const outOfOrder = createMemo<ReadonlySet<number> | undefined>((was) =>
    props.ending ? was : order()?.(state.messages),
  )
  /** The `seq` of what is new to somebody who reads further up. */
  const [freshSeqs, setFreshSeqs] = createSignal<readonly number[]>([])
  const fresh = () => countThere(freshSeqs(), state)
  /** Whether what comes is old, and not read out. */
  const [loading, setLoading] = createSignal(true)
  let log!: HTMLDivElement
  let atBottom = true
  /** Whether older messages are asked for. */
  let asking = false
  let settling: ReturnType<typeof setTimeout> | undefined
  const isSelecting = createSelecting(() => log)

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

  function settle() {
    clearTimeout(settling)
    settling = setTimeout(() => setLoading(false), SETTLE)
  }

  const newest = () => state.messages.at(-1)?.seq ?? 0
  const atBeginning = createMemo<boolean>(
    (was) => (props.ending ? was : state.complete && firstSeq(messages()) === firstSeq(state.messages)),
    false,
  )
  const shown = (): MessageWindow => ({ first: firstSeq(messages()), last: stretch().last })

  /** Shows another stretch. Where what has the focus is not in it, the list has it, and not nothing. */
  function show(next: MessageWindow) {
    const focused = log.contains(document.activeElement)
    setStretch(next)
    if (focused && document.activeElement === document.body) log.focus({ preventScroll: true })
  }

  function toBottom() {
    show(followNewest(shown(), newest()))
    log.scrollTop = log.scrollHeight
    atBottom = true
    setFreshSeqs([])
  }

  /** Somebody reads here: what comes waits below. */
  function stay() {
    atBottom = false
  }

  /**
   * Shows another stretch, with more at one end. The message that stands there, which is in both, stays where it is.
   * What comes in by that is not read out.
   */
  function showMore(end: 'article' | 'article:last-of-type', next: MessageWindow) {
    const anchor = log.querySelector<HTMLElement>(end)
    if (!anchor) return
    setLoading(true)
    const place = anchor.offsetTop - log.scrollTop
    show(next)
    log.scrollTop = anchor.offsetTop - place
    settle()
  }

  /** Shows a stretch that somebody goes to from elsewhere. What comes in by that is not read out. */
  function goTo(next: MessageWindow) {
    if (!isSameWindow(next, shown())) stay()
    setLoading(true)
    show(next)
    settle()
  }

  async function olderPage() {
    if (asking || atBeginning()) return
    const page = () => extendUp(shown(), newest())
    if (page().first < firstSeq(state.messages)) {
      // What comes is shown below, and not by itself.
      show(shown())
      asking = true
      await props.room.loadOlder()
      asking = false
    }
    // Nothing came, or somebody who waited for it went elsewhere.
    if (firstSeq(state.messages) === firstSeq(messages()) || log.scrollTop >= NEAR) return
    showMore('article', page())
  }

  function newerPage() {
    showMore('article:last-of-type', extendDown(shown(), newest()))
  }

  function scrolled() {
    const isNearEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR
    atBottom = isNearEnd && stretch().last === null
    if (atBottom) setFreshSeqs([])
    else if (isNearEnd) newerPage()
    if (log.scrollTop < NEAR) void olderPage()
  }

  /** There are other messages, or others that wait, than before. */
  function news([seq, waiting]: Tally, [seqBefore, waitingBefore]: Tally) {
    const line = log.querySelector<HTMLElement>('.log-since')
    // What somebody is selecting must not move away under the pointer.
    if (isSelecting()) stay()
    if (atBottom || waiting > waitingBefore) toBottom()
    else {
      show(holdPosition(shown(), seq))
      const arrived = messagesInWindow(state.messages, { first: seqBefore + 1, last: null })
      const isNew = ({ participantId }: RoomMessage) =>
        !mine(participantId) && !ignored().includes(participantId)
      setFreshSeqs((seqs) => [...seqs, ...arrived.filter(isNew).map(({ seq }) => seq)])
    }
    // Somebody who looks elsewhere comes back to the first new message, not to the last.
    if (line && props.away.hidden() && line.offsetTop < log.scrollTop) {
      log.scrollTop = line.offsetTop
      atBottom = false
      setFreshSeqs(props.away.seqs())
    }
  }

  createEffect(
    on(
      () => [newest(), pending().length] as const,
      (now, before = now) => {
        // Within an effect another stretch would not stand on the page yet.
        queueMicrotask(() => news(now, before))
        return now
      },
    ),
  )

  // The room's first word names those present and brings what was said before: from then on, what comes is new.
  createEffect(
    on(
      () => state.participants.length > 0,
      (welcomed) => welcomed && settle(),
    ),
  )

  onMount(() => {
    toBottom()
    // The window, the keyboard of a phone, a growing composer and code that was set as code all change the height: who
    // was at the bottom stays.
    const resized = new ResizeObserver(() => atBottom && !isSelecting() && toBottom())
    resized.observe(log)
    if (log.firstElementChild) resized.observe(log.firstElementChild)
    onCleanup(() => resized.disconnect())
    onCleanup(registerList({ room: props.room, log, shown, show: goTo }))
  })
  onCleanup(() => clearTimeout(settling))

  return (
    <div class="message-list">
      <div
        ref={log}
        class="log"
        role="log"
        aria-label={roomTexts.log}
        aria-relevant="additions"
        aria-live={loading() ? 'off' : 'polite'}
        tabindex="0"
        onScroll={scrolled}
      >
        <div class="log-inner">
          <div class="log-begin" aria-live="off">
            <Show
              when={messages().length > 0}
              fallback={state.present > 1 && pending().length === 0 && roomTexts.silence}
            >
              <Show when={!atBeginning()} fallback={roomTexts.beginning}>
                <button type="button" class="button button-quiet" onClick={olderPage}>
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
          <Show when={pending().length > 0 && stretch().last === null}>
            <ul class="pending" aria-live="off" aria-label={roomTexts.unsent}>
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
      <Show when={fresh() > 0 || stretch().last !== null}>
        <button
          type="button"
          class="button button-main fresh"
          onClick={() => {
            toBottom()
            log.focus({ preventScroll: true })
          }}
        >
          <Icon name="down" size={18} />
          {fresh() > 0 ? roomTexts.fresh(fresh()) : roomTexts.newest}
        </button>
      </Show>
    </div>
  )
}
