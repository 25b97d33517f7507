import { createMemo, createSignal, onCleanup } from 'solid-js'
import { messagesInWindow } from './messages/message-window.ts'
import type { RoomState } from './room-state.ts'

/** What was said while nobody could see the page. */
export interface Unread {
  hidden(): boolean
  /** Messages of others since the page was hidden; 0 while it can be seen. */
  unread(): number
  /** The `seq` of these messages, and of those among them that were taken back. */
  seqs(): readonly number[]
  /** `seq` of the first of them, also after coming back, until this participant sends a message or leaves again. */
  first(): number | undefined
}

interface News {
  away: boolean
  seqs: readonly number[]
  first?: number | undefined
  /** `seq` up to which it is counted. */
  counted: number
}

/** Counts messages of others that came, without those that were taken back. */
export function countThere(seqs: readonly number[], { updates }: Pick<RoomState, 'updates'>): number {
  return seqs.filter((seq) => updates[seq]?.deletedAt === undefined).length
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
        return { away: false, seqs: [], first: answered ? undefined : was.first, counted: 0 }
      }
      let { seqs, first, counted } = was.away ? was : { seqs: [], first: undefined, counted: since }
      // What is counted is not counted again: somebody may be away for hours from a room that is never silent.
      const arrived = messagesInWindow(messages, { first: counted + 1, last: null })
      const others = arrived.filter(
        ({ participantId, deletedAt }) =>
          participantId !== mine && deletedAt === undefined && !state.ignored.includes(participantId),
      )
      if (others.length > 0) seqs = [...seqs, ...others.map(({ seq }) => seq)]
      first ??= others[0]?.seq
      counted = arrived.at(-1)?.seq ?? counted
      return { away: true, seqs, first, counted }
    },
    { away: false, seqs: [], counted: 0 },
  )
  const seqs = () => news().seqs
  const unread = createMemo(() => countThere(seqs(), state))
  return { hidden, unread, seqs, first: createMemo(() => news().first) }
}
