import { type Composer, EMPTY_COMPOSER } from './composer.ts'

/** A message as the chat shows it. */
export interface ChatMessage {
  is: 'message'
  /** The sender's own id for it: what was sent from here is found by it once it is stored. */
  id: string
  /** Its place in the room; null as long as it is not stored. */
  seq: number | null
  participantId: string
  /** Who said it; beside it the room's alias, where somebody else has that name. */
  sender: string
  isMine: boolean
  /** Unix milliseconds. */
  at: number
  /** What is shown of it: its text, or what stands in place of it. */
  text: string
  /** A sign behind its time, such as `edited`; empty for none. */
  mark: string
}

/** A line that nobody said. */
export interface ChatNotice {
  is: 'notice'
  text: string
}

export type ChatEntry = ChatMessage | ChatNotice

/** What the chat asks before it does something. */
export type Question = { is: 'destroy' }

/** All that the screen shows. It is replaced and never changed. */
export interface ChatState {
  columns: number
  rows: number
  title: string
  /** What stands at the right of the title: how the line is. */
  status: 'connected' | 'reconnecting' | 'waiting'
  /** How many are present, and the names of those who are known by name. */
  present: number
  people: readonly string[]
  /** Names of those who type. */
  typing: readonly string[]
  /** When the room ends, Unix milliseconds by this machine's clock; null where it does not run yet. */
  endsAt: number | null
  entries: readonly ChatEntry[]
  /** Rows between what is shown and the newest; 0 shows the newest. */
  scroll: number
  /** The first entry that came while nobody looked; null for none. */
  unread: ChatEntry | null
  hasFocus: boolean
  composer: Composer
  question: Question | null
  /** What was refused, or what a command says; shown until the next key. */
  note: string
  /** Whether there are older messages than those that are here, or they are being fetched. `unknown` before anything is here. */
  older: 'unknown' | 'there' | 'fetching' | 'none'
}

/** What a chat shows before anything was said. */
export function makeChatState(given: Partial<ChatState>): ChatState {
  return {
    columns: 80,
    rows: 24,
    title: 'private-chat',
    status: 'connected',
    present: 0,
    people: [],
    typing: [],
    endsAt: null,
    entries: [],
    scroll: 0,
    unread: null,
    hasFocus: true,
    composer: EMPTY_COMPOSER,
    question: null,
    note: '',
    older: 'unknown',
    ...given,
  }
}
