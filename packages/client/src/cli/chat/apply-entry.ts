import type { ChatEntry, ChatMessage, ChatState } from './chat-state.ts'
import { measureEntries } from './render-chat.ts'

/** Entries that a chat holds. What is older is fetched again when somebody goes up. */
const ENTRIES_MAX = 2_000

/**
 * Adds what was said, or a line that nobody said, at the end. What was sent from here takes the place of what stood there
 * while it was not stored.
 */
export function addEntry(state: ChatState, entry: ChatEntry): ChatState {
  if (entry.is === 'message') {
    const index = state.entries.findIndex((other) => isSame(other, entry))
    if (index !== -1) return replaceAt(state, index, entry)
  }
  const entries = insertInOrder(state.entries, entry)
  const isUnseen = entry.is === 'message' && !entry.isMine && (state.scroll > 0 || !state.hasFocus)
  const unread = state.unread ?? (isUnseen ? entry : null)
  const isCut = entries.length > ENTRIES_MAX
  return keepView(state, {
    ...state,
    unread,
    entries: entries.slice(-ENTRIES_MAX),
    older: isCut || hasOlder(state, entries) ? 'there' : state.older,
  })
}

/** Whether there may be messages above the first that is here: a room counts them from 1. */
function hasOlder({ older }: ChatState, entries: readonly ChatEntry[]): boolean {
  const first = entries.find((entry) => entry.is === 'message' && entry.seq !== null)
  return older === 'unknown' && first?.is === 'message' && (first.seq ?? 1) > 1
}

/** Puts older messages above what is here. @param hasMore whether there are even older ones */
export function addOlder(state: ChatState, older: readonly ChatMessage[], hasMore: boolean): ChatState {
  const known = new Set(state.entries.map((entry) => entry.is === 'message' && entry.seq))
  const entries = [...older.filter(({ seq }) => !known.has(seq)), ...state.entries]
  return { ...state, entries, older: hasMore ? 'there' : 'none' }
}

/** Shows a message as it is now, where it is here. */
export function replaceMessage(state: ChatState, message: ChatMessage): ChatState {
  const index = state.entries.findIndex((entry) => entry.is === 'message' && entry.seq === message.seq)
  return index === -1 ? state : replaceAt(state, index, message)
}

/** Removes what was sent from here and the room refused. */
export function dropPending(state: ChatState, id: string): ChatState {
  return {
    ...state,
    entries: state.entries.filter(
      (entry) => !(entry.is === 'message' && entry.seq === null && entry.id === id),
    ),
  }
}

function isSame(other: ChatEntry, message: ChatMessage): boolean {
  if (other.is !== 'message') return false
  if (other.seq !== null && other.seq === message.seq) return true
  return other.isMine && message.isMine && other.seq === null && other.id === message.id
}

/** What is not stored yet stays below what is. */
function insertInOrder(entries: readonly ChatEntry[], entry: ChatEntry): ChatEntry[] {
  const isPending = (other: ChatEntry | undefined) => other?.is === 'message' && other.seq === null
  let at = entries.length
  if (!isPending(entry)) while (at > 0 && isPending(entries[at - 1])) at -= 1
  return [...entries.slice(0, at), entry, ...entries.slice(at)]
}

function replaceAt(state: ChatState, index: number, entry: ChatEntry): ChatState {
  const old = state.entries[index]
  const others = state.entries.filter((_, other) => other !== index)
  const wasPending = old?.is === 'message' && old.seq === null
  // It was typed before others were heard, and stored after them.
  const entries = wasPending ? insertInOrder(others, entry) : state.entries.with(index, entry)
  return keepView(state, { ...state, entries, unread: state.unread === old ? entry : state.unread })
}

/** Who has scrolled up goes on seeing the same rows, whatever comes below. */
function keepView(before: ChatState, after: ChatState): ChatState {
  if (before.scroll === 0) return after
  return { ...after, scroll: Math.max(1, before.scroll + measureEntries(after) - measureEntries(before)) }
}
