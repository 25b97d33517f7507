import { createMemo, createSignal, onCleanup } from 'solid-js'
import type { RoomState } from './room-state.ts'

/** What was said while nobody could see the page. */
export interface Away {
  hidden(): boolean
  /** Messages of others since the page was hidden; 0 while it can be seen. */
  unread(): number
  /** `seq` of the first of them, also after coming back, until one says something or leaves again. */
  first(): number | undefined
}

/** Follows whether the page can be seen, and what is said meanwhile. */
export function createAway(state: RoomState): Away {
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

  const news = createMemo<{ unread: number; first?: number }>(
    (was) => {
      const { messages, me } = state
      const mine = me?.participantId
      if (!hidden()) {
        const answered =
          messages.at(-1)?.participantId === mine && (messages.at(-1)?.seq ?? 0) > (was.first ?? 0)
        return { unread: 0, first: answered ? undefined : was.first }
      }
      const fresh: number[] = []
      for (let index = messages.length - 1; index >= 0; index--) {
        const message = messages[index]
        if (!message || message.seq <= since) break
        if (message.participantId !== mine) fresh.push(message.seq)
      }
      return { unread: fresh.length, first: fresh.at(-1) }
    },
    { unread: 0 },
  )
  return { hidden, unread: () => news().unread, first: createMemo(() => news().first) }
}
