import { batch, createMemo, createSignal, onCleanup } from 'solid-js'
import { isAway, listenForLooks } from '../browser/is-away.ts'
import { messagesInWindow } from './messages/message-window.ts'
import type { RoomState } from './room-state.ts'

/** What was said while nobody looked at the page. */
export interface Unread {
  /** Whether the page can't be seen. */
  hidden(): boolean
  /** Whether nobody looks at it: it can't be seen, or another window has the focus. */
  isAway(): boolean
  /** Messages of others since nobody looks; 0 while somebody does. */
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

/** Follows whether somebody looks at the page, and what is said while nobody does. */
export function createUnread(state: RoomState): Unread {
  const isHidden = () => document.visibilityState === 'hidden'
  const [hidden, setHidden] = createSignal(isHidden())
  const [away, setAway] = createSignal(isAway())
  // A tab that was opened in the background has not been left: nothing in it is new until it was looked at.
  let since = Number.POSITIVE_INFINITY

  const look = () => {
    if (isAway() && !away()) since = state.messages.at(-1)?.seq ?? 0
    batch(() => {
      setHidden(isHidden())
      setAway(isAway())
    })
  }
  onCleanup(listenForLooks(look))

  const news = createMemo<News>(
    (was) => {
      const { messages, me } = state
      const mine = me?.participantId
      const newest = messages.at(-1)
      if (!away()) {
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
  return { hidden, isAway: away, unread, seqs, first: createMemo(() => news().first) }
}
