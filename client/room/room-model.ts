import type { Participant, ParticipantList } from '../../protocol/participant.ts'
import type { RefusalCode } from '../../protocol/refusal.ts'
import type { LinkKey } from '../crypto/link-key.ts'
import type { Hint, Link } from '../net/connection.ts'
import type { Reply } from '../net/http.ts'
import type { StorageLike } from '../net/outbox-store.ts'
import type { RoomApi } from '../net/room-api.ts'
import type { DeviceClock } from '../net/server-clock.ts'
import type { Socket } from '../net/socket.ts'
import type { Timers } from '../net/timers.ts'
import type { RoomState, Stage } from './room-state.ts'

/** Why it was refused; null where it was not. */
export type Outcome = RefusalCode | 'unreachable' | null

/** Returns an outcome as a form reads it. */
export function toAnswer(code: Outcome): { value: null } | { value?: never; refusal: { code: string } } {
  return code === null ? { value: null } : { refusal: { code } }
}

/** What a visitor answers at the door. */
export interface EntryAnswer {
  alias?: string
  password?: string
  /** Knows that a transcript is kept. */
  greeted?: boolean
}

/** A room as the page uses it: what it knows, and what a person can do in it. */
export interface RoomModel {
  stage(): Stage
  /** Reactive, and read only. */
  state: Readonly<RoomState>
  link(): Link
  /** Milliseconds left by the server's clock, null before known; ticks each second. */
  left(): number | null
  /** Whether what is said here is sealed: what the lock says. Known once the stage is live. */
  encrypted(): boolean
  /** Bytes of UTF-8 a message may have. */
  maxBytes(): number
  /** Five words that are the same for all who hold this room's link; none where nothing is encrypted. Takes a moment. */
  safetyWords(): Promise<string[]>
  /** Whether this is a facilitator's seat whose session has ended: a participant's until its holder has logged in again. */
  loggedOut(): boolean
  /** Submits a password or a name, or tries again. */
  enter(answer?: EntryAnswer): void
  /** Goes on where the connection rests because others of this participant took its place. */
  resume(): void
  send(text: string): void
  retry(id: string): void
  discard(id: string): void
  /** Says that this participant is typing; limits itself to one event in 2 s. */
  typing(): void
  /** Keeps what is being written, in this tab alone and sealed as the room is; gone with the room. */
  saveDraft(text: string): Promise<void>
  /** What was being written before a reload; empty where nothing was. To be asked once the stage is live. */
  loadDraft(): Promise<string>
  destroy(): Promise<Outcome>
  leave(): Promise<void>
  /** Loads the page of history before the oldest message. */
  older(): Promise<void>
  /** Takes what the room answered to another name. */
  renamed(me: Participant): void
  /** For the host: removes a participant for good. */
  remove(participantId: string): Promise<Outcome>
  /** Who has a seat, and since when those are away who have no connection. */
  participants(): Promise<Reply<ParticipantList>>
  /** For the host: frees the seat of somebody who is away. */
  freeSeat(participantId: string): Promise<Outcome>
  /** Asks how the room is: nobody is told how many of its seats are taken. */
  look(): Promise<void>
  /** For the host: lets nobody else in, or does again. */
  lock(locked: boolean): Promise<Outcome>
  /** For the host: moves the end later by so many milliseconds. */
  extend(byMs: number): Promise<Outcome>
}

export interface CreateRoomOptions {
  /** The name to join with; the room gives one where this is absent. */
  alias?: string
  /** The key of the invite link; null where it has none, or not a whole one. */
  linkKey?: LinkKey | null
  /** Whether this device would keep the seat's token; asked before a seat is taken. */
  keepsTokens?(): boolean
  // What follows is the page's own unless a test gives another.
  api?: RoomApi
  origin?: string
  drawer?: StorageLike
  timers?: Timers
  device?: DeviceClock
  makeSocket?(url: string): Socket
  fetch?: typeof fetch
  /** Returns a number from 0 up to but not including 1. */
  random?(): number
  listen?(tell: (hint: Hint) => void): () => void
  visible?(): boolean
  /** Runs something once when the page is next drawn. */
  frame?(run: () => void): void
}
