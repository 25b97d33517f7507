import type { EndReason } from '../../protocol/down.ts'
import type { Message } from '../../protocol/message.ts'
import type { Participant } from '../../protocol/participant.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'

/** A message typed here that the room has not told of yet. It is never dropped: it waits, is sent, or has failed visibly. */
export interface Pending {
  /** The id it is sent and resent under, so that it arrives once. */
  id: string
  text: string
  /** Unix milliseconds by this device's clock: for showing only. */
  typedAt: number
  state: 'waiting' | 'sending' | 'failed'
  /** Why it failed for good; a sentence comes from `words`. */
  failure?: RefusalCode
}

/** What the page knows of a room it is in. Changed by `apply` alone. */
export interface RoomState {
  room: Room | null
  me: Participant | null
  /** Those present, the longest here first; at most those the room names. */
  participants: Participant[]
  present: number
  /** Ascending by `seq`, without a hole. */
  messages: Message[]
  /** Messages that arrived ahead of a hole; shown once the hole is filled. */
  ahead: Message[]
  /** Whether nothing older than `messages[0]` is stored. */
  complete: boolean
  /** Who is typing (participantId), until when (Unix milliseconds, this device). */
  typing: Record<string, number>
  pending: Pending[]
}

/** Where a visitor stands. Each arm holds only what belongs to it. */
export type Stage =
  | { is: 'entering' }
  /** The room asks for a password; `wrong` after a wrong one, `retryAfter` (seconds) after too many. */
  | { is: 'asking'; wrong: boolean; retryAfter: number | null }
  /** The name is taken in this room: choose another. */
  | { is: 'naming'; taken: string }
  | { is: 'live' }
  /** No way in: full, unknown, locked, closed, not open, removed … or the server could not be reached. */
  | { is: 'refused'; code: RefusalCode | 'unreachable' }
  /** It was open and is over: the room ended, or this participant left, was removed or lost the seat. */
  | { is: 'over'; why: EndReason | 'left' | 'removed' | 'seat-lost' }

/** The state of the socket, in the words of `net/connection`. */
export type Link = 'opening' | 'open' | 'waiting' | 'gone'
