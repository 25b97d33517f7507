import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { isNewerText } from '../actions/renew-texts.ts'
import { firstSeq } from '../messages/message-window.ts'
import type { RoomModel } from '../room-model.ts'
import type { RoomMessage } from '../room-state.ts'
import { foldQuery } from './find-hits.ts'
import { foldLetters } from './fold-letters.ts'
import { readOlder } from './read-older.ts'
import { searchedText } from './searched-text.ts'

interface SearchOptions {
  /** Resolves after so many milliseconds. */
  wait?: (ms: number) => Promise<void>
}

/** How far a search is: older messages are still read, can't be read for the moment, or all are. */
export type Progress = 'reading' | 'failing' | 'done'

/** What was found so far, and how far the search is. */
export interface Search {
  /** The messages that have what is looked for, the newest first. */
  found: Accessor<readonly RoomMessage[]>
  progress: Accessor<Progress>
}

/**
 * Searches all that was said in a room, as far as this participant may read it. What the page does not hold is read into the
 * search, once there is something to look for, and is forgotten with it. Nothing of what is looked for leaves the page.
 * Texts that are taken back are gone at once, and edited ones are found as they are now.
 * @param query as it was typed
 */
export function createSearch(
  room: Pick<RoomModel, 'state' | 'fetchPage' | 'fetchMessage'>,
  query: Accessor<string>,
  options: SearchOptions = {},
): Search {
  const { wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms)) } = options
  const { state } = room
  const [older, setOlder] = createSignal<readonly RoomMessage[]>([])
  const [progress, setProgress] = createSignal<Progress>('reading')
  const folded = createMemo(() => foldQuery(query()))
  const texts = new WeakMap<RoomMessage, string>()
  let isStarted = false
  let isStopped = false
  onCleanup(() => {
    isStopped = true
  })

  createEffect(() => {
    if (folded() === '' || isStarted) return
    isStarted = true
    void readAll()
  })

  async function readAll() {
    const isWhole = state.complete || state.messages.length === 0
    if (!isWhole)
      await readOlder(room, {
        before: firstSeq(state.messages),
        onPage(messages) {
          setProgress('reading')
          setOlder((older) => [...messages, ...older])
        },
        onFailure: () => setProgress('failing'),
        isStopped: () => isStopped,
        wait,
      })
    setProgress('done')
  }

  // The page's own messages change by themselves.
  createEffect(
    on(
      () => [state.updates, older()] as const,
      ([updates, older]) => {
        const changed = older.filter((message) => isNewerText(updates[message.seq] ?? {}, message))
        if (changed.length === 0) return
        // The text of before goes at once.
        setOlder(older.filter((message) => !changed.includes(message)))
        for (const { seq } of changed.filter(({ seq }) => updates[seq]?.deletedAt === undefined))
          void readAgain(seq)
      },
    ),
  )

  async function readAgain(seq: number) {
    const message = await room.fetchMessage(seq)
    if (!message || isStopped) return
    setOlder((older) =>
      [...older.filter((one) => one.seq !== seq), message].sort((one, other) => one.seq - other.seq),
    )
  }

  function textOf(message: RoomMessage): string {
    const known = texts.get(message) ?? foldLetters(searchedText(message))
    texts.set(message, known)
    return known
  }

  const found = createMemo(() => {
    if (folded() === '') return []
    const first = firstSeq(state.messages)
    // More may have been loaded since.
    const all = [...older().filter(({ seq }) => seq < first), ...state.messages]
    const isFound = (message: RoomMessage) =>
      !state.ignored.includes(message.participantId) &&
      // Not even one's own: what is read once is looked at in its place alone.
      message.burn === undefined &&
      textOf(message).includes(folded())
    return all.filter(isFound).reverse()
  })
  return { found, progress }
}
