import type { RefusalCode } from '../../protocol/refusal.ts'
import type { Room } from '../../protocol/room.ts'
import type { EndReason } from '../../protocol/room-events.ts'

/** What a visitor answers before joining. */
export interface EntryAnswer {
  alias?: string
  password?: string
  /** Whether they know that a transcript is kept. */
  greeted?: boolean
}

/** What is asked of a visitor before joining, or why there is no way in. */
export type Prompt =
  /** The room asks for a password; `wrong` after a wrong one, `retryAfter` (seconds) after too many. */
  | { is: 'password'; wrong: boolean; retryAfter: number | null }
  /** The name is taken in this room, or can't be one there: choose another. */
  | { is: 'name'; name: string; why: 'taken' | 'refused' }
  /** The visitor waits at the door, with a connection, until a host lets them in. `room` is as it was when they knocked. */
  | { is: 'door'; room: Room }
  /** The room is encrypted and the invite link has no whole key: nothing was joined. */
  | { is: 'invite-link' }
  /**
   * Said before anything is joined: in a facilitator's room, that what is said is kept; at a closed door, that one knocks;
   * and that newcomers see nothing older.
   */
  | { is: 'greeting'; room: Room }
  /**
   * No way in: full, unknown, locked, closed, not open, removed … or the server could not be reached, or this browser
   * keeps no token, or they were let in without a key. `retryAt` is when the page tries again by itself, by its steady clock; absent where it does not.
   */
  | { is: 'refused'; code: RefusalCode | 'unreachable' | 'cookies-blocked' | 'no-key'; retryAt?: number }

/** Why it is over: the room ended, or this participant left, was removed or lost the seat; or was turned away at the door, or waits there no more; or had this tab wiped. */
export type OverReason = EndReason | 'left' | 'removed' | 'seat-lost' | 'turned-away' | 'gave-up' | 'wiped'

/** What every stage before joining knows. */
interface Entry {
  /** All that the visitor has answered so far. */
  answer: EntryAnswer
  /** How many times in a row an attempt failed for the moment. */
  failures: number
}

/** Where a visitor stands. Each arm holds only what belongs to it. */
export type Stage =
  /**
   * An attempt is under way: first for the keys, then for the seat. The prompt that it answers stays on the page; `next`
   * is what was answered meanwhile, to be tried after it.
   */
  | ({ is: 'unlocking' | 'joining'; prompt: Prompt | null; next: EntryAnswer | null } & Entry)
  /** The visitor has to answer, or time has to pass. */
  | ({ is: 'waiting'; prompt: Prompt } & Entry)
  /** `letIn` says that they waited at the door before. */
  | { is: 'live'; letIn?: true }
  /** This participant wants to leave, and the server has not answered yet. */
  | { is: 'leaving' }
  /** `remains` is what is left to do: somebody may return, or the seat was not freed for want of a network. */
  | { is: 'over'; why: OverReason; remains: 'nothing' | 'may-return' | 'owes-leave' }

/** Returns the prompt that is on the page; null where there is none. */
export function promptOf(stage: Stage): Prompt | null {
  return 'prompt' in stage ? stage.prompt : null
}
