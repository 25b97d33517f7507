import { createMemo, createSignal, onCleanup } from 'solid-js'
import { messagesInWindow } from './messages/message-window.ts'
import type { RoomState } from './room-state.ts'

/** What was said while nobody could see the page. */
export interface Unread {
  hidden(): boolean
  /** Messages of others since the page was hidden; 0 while it can be seen. */
  unread(): number
  /** `seq` of the first of them, also after coming back, until this participant sends a message or leaves again. */
  first(): number | undefined
}

interface News {
  away: boolean
  unread: number
  first?: number | undefined
  /** `seq` up to which it is counted. */
  counted: number
}

/** Follows whether the page can be seen, and what is said meanwhile. */
export function createUnread(state: RoomState): Unread {
  const isHidden = () => document.visibilityState === 'hidden'
  const [hidden, setHidden] = createSignal(isHidden())
  // A tab that was opened in the background has not been left: nothing in it is new until it was seen.
  let since = Number.POSITIVE_INFINITY

  const look = () => {
    if (isHidden() && !hidden()) since = state.messages.at(-1)?.seq ?? 0
    setHidden(isHidden())
  }
  document.addEventListener('visibilitychange', look)
  onCleanup(() => document.removeEventListener('visibilitychange', look))

  const news = createMemo<News>(
    (was) => {
      const { messages, me } = state
      const mine = me?.participantId
      const newest = messages.at(-1)
      if (!hidden()) {
        const answered = newest?.participantId === mine && (newest?.seq ?? 0) > (was.first ?? 0)
        return { away: false, unread: 0, first: answered ? undefined : was.first, counted: 0 }
      }
      let { unread, first, counted } = was.away ? was : { unread: 0, first: undefined, counted: since }
      // What is counted is not counted again: somebody may be away for hours from a room that is never silent.
      const arrived = messagesInWindow(messages, { first: counted + 1, last: null })
      const others = arrived.filter(
        ({ participantId }) => participantId !== mine && !state.ignored.includes(participantId),
      )
      unread += others.length
      first ??= others[0]?.seq
      counted = arrived.at(-1)?.seq ?? counted
      return { away: true, unread, first, counted }
    },
    { away: false, unread: 0, counted: 0 },
  )
  return { hidden, unread: () => news().unread, first: createMemo(() => news().first) }
}
