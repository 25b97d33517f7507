import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from 'solid-js'
import { createSelecting } from '../../browser/text-selection.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { countThere, type Unread } from '../unread.ts'
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
import { registerList } from './shown-list.ts'

/** Pixels from an end of the list that still count as being there. */
const NEAR = 64

/** The newest `seq`, and how many messages wait. */
type Tally = readonly [number, number]

interface ScrollPositionOptions {
  room: RoomModel
  away: Unread
  /** Whether the room has ended: then what stood on the page stays. */
  isEnding: () => boolean
  /** How many messages wait to be sent. */
  countPending: () => number
  /** What scrolls: it is on the page when the owner is mounted. */
  log: () => HTMLElement
}

/** Which messages stand on the page, and what moves the reader among them. */
export interface ScrollPosition {
  /** The messages that stand on the page. */
  messages: () => RoomMessage[]
  /** Whether the room's first message is among them. */
  isAtBeginning: () => boolean
  /** Whether the newest message is among them, and what is still to come. */
  hasNewest: () => boolean
  /** How many messages are new to somebody who reads further up. */
  countFresh: () => number
  /** Goes to the newest message, and follows those to come. */
  goToBottom: () => void
  /** Keeps the place, since somebody reads here: what comes waits below. */
  stay: () => void
  /** Shows older messages above, once they are here. */
  showOlder: () => Promise<void>
  /** Is called when the list was scrolled. */
  takeScroll: () => void
}

/**
 * Follows where somebody reads in the list of messages, and decides which messages stand there. Someone at the bottom stays
 * there; someone reading further up keeps the place and sees how many are new.
 */
export function createScrollPosition(options: ScrollPositionOptions): ScrollPosition {
  const { room, away, isEnding, countPending, log } = options
  const { state } = room
  const [stretch, setStretch] = createSignal(WHOLE_WINDOW, { equals: isSameWindow })
  // The model forgets everything the moment a room ends; what burns is what was on the page just before.
  const messages = createMemo<RoomMessage[]>(
    (was) => (isEnding() ? was : messagesInWindow(state.messages, stretch())),
    [],
  )
  const isAtBeginning = createMemo<boolean>(
    (was) => (isEnding() ? was : state.complete && firstSeq(messages()) === firstSeq(state.messages)),
    false,
  )
  /** The `seq` of what is new to somebody who reads further up. */
  const [freshSeqs, setFreshSeqs] = createSignal<readonly number[]>([])
  let isAtBottom = true
  /** Whether older messages are asked for. */
  let isAsking = false
  const isSelecting = createSelecting(log)

  const newest = () => state.messages.at(-1)?.seq ?? 0
  const shown = (): MessageWindow => ({ first: firstSeq(messages()), last: stretch().last })

  /** Shows another stretch. Where what has the focus is not in it, the list has it, and not nothing. */
  function show(next: MessageWindow) {
    const hadFocus = log().contains(document.activeElement)
    setStretch(next)
    if (hadFocus && document.activeElement === document.body) log().focus({ preventScroll: true })
  }

  function goToBottom() {
    show(followNewest(shown(), newest()))
    log().scrollTop = log().scrollHeight
    isAtBottom = true
    setFreshSeqs([])
  }

  function stay() {
    isAtBottom = false
  }

  /**
   * Shows another stretch, with more at one end. The message that stands there, which is in both, stays where it is.
   */
  function showMore(end: 'article' | 'article:last-of-type', next: MessageWindow) {
    const anchor = log().querySelector<HTMLElement>(end)
    if (!anchor) return
    const place = anchor.offsetTop - log().scrollTop
    show(next)
    log().scrollTop = anchor.offsetTop - place
  }

  /** Shows a stretch that somebody goes to from elsewhere. */
  function goTo(next: MessageWindow) {
    if (!isSameWindow(next, shown())) stay()
    show(next)
  }

  async function showOlder() {
    if (isAsking || isAtBeginning()) return
    const page = () => extendUp(shown(), newest())
    if (page().first < firstSeq(state.messages)) {
      // What comes is shown below, and not by itself.
      show(shown())
      isAsking = true
      await room.loadOlder()
      isAsking = false
    }
    // Nothing came, or somebody who waited for it went elsewhere.
    if (firstSeq(state.messages) === firstSeq(messages()) || log().scrollTop >= NEAR) return
    showMore('article', page())
  }

  function takeScroll() {
    const { scrollHeight, scrollTop, clientHeight } = log()
    const isNearEnd = scrollHeight - scrollTop - clientHeight < NEAR
    isAtBottom = isNearEnd && stretch().last === null
    if (isAtBottom) setFreshSeqs([])
    else if (isNearEnd) showMore('article:last-of-type', extendDown(shown(), newest()))
    if (log().scrollTop < NEAR) void showOlder()
  }

  /** There are other messages, or others that wait, than before. */
  function takeNews([seq, waiting]: Tally, [seqBefore, waitingBefore]: Tally) {
    const line = log().querySelector<HTMLElement>('.log-since')
    // What somebody is selecting must not move away under the pointer.
    if (isSelecting()) stay()
    if (isAtBottom || waiting > waitingBefore) goToBottom()
    else {
      show(holdPosition(shown(), seq))
      const arrived = messagesInWindow(state.messages, { first: seqBefore + 1, last: null })
      const isNew = ({ participantId }: RoomMessage) =>
        participantId !== state.me?.participantId && !state.ignored.includes(participantId)
      setFreshSeqs((seqs) => [...seqs, ...arrived.filter(isNew).map(({ seq }) => seq)])
    }
    // Somebody who looks elsewhere comes back to the first new message, not to the last.
    if (line && away.hidden() && line.offsetTop < log().scrollTop) {
      log().scrollTop = line.offsetTop
      isAtBottom = false
      setFreshSeqs(away.seqs())
    }
  }

  createEffect(
    on(
      () => [newest(), countPending()] as const,
      (now, before = now) => {
        // Within an effect another stretch would not stand on the page yet.
        queueMicrotask(() => takeNews(now, before))
        return now
      },
    ),
  )

  onMount(() => {
    goToBottom()
    // The window, the keyboard of a phone, a growing composer and code that was set as code all change the height: who
    // was at the bottom stays.
    const resized = new ResizeObserver(() => isAtBottom && !isSelecting() && goToBottom())
    resized.observe(log())
    const inner = log().firstElementChild
    if (inner) resized.observe(inner)
    onCleanup(() => resized.disconnect())
    onCleanup(registerList({ room, log: log(), shown, show: goTo, goToBottom }))
  })

  return {
    messages,
    isAtBeginning,
    hasNewest: () => stretch().last === null,
    countFresh: () => countThere(freshSeqs(), state),
    goToBottom,
    stay,
    showOlder,
    takeScroll,
  }
}
