import type { Reply } from '../../net/http.ts'
import type { Timers } from '../../net/timers.ts'
import { makeChangeQueue, type Pending } from '../actions/change-queue.ts'

/** Milliseconds. */
export const VOTE_QUEUE = {
  /** Until a vote is sent: an arrow key passes over the choices, and the one where it stays is voted for. */
  settle: 400,
} as const

/** A vote as a person gives it. */
export interface GivenVote {
  seq: number
  code: string
  /** False where it is taken back. */
  on: boolean
  /** Whether it takes the place of another on the same message. */
  isOnly: boolean
}

/** A vote that the room has not confirmed yet. */
export type PendingVote = Pending<GivenVote>

interface VoteQueueOptions {
  /** Sends a vote, and notes it where the room has stored it. */
  sendVote(vote: GivenVote): Promise<Reply<unknown>>
  /** Called at every change; votes are never changed in place. */
  onChange(votes: readonly PendingVote[]): void
  timers: Timers
}

/** Votes that wait until the room has stored them. */
export interface VoteQueue {
  /** Takes a vote; of several on the same thing the last one counts. */
  giveVote(vote: GivenVote): void
  /** There may be a network again: tries at once. */
  resumeSending(): void
  /** Stops, and forgets what waits: the room is over. */
  stopSending(): void
}

/** Votes until the room has stored them, or refuses them for good. */
export function makeVoteQueue({ sendVote, onChange, timers }: VoteQueueOptions): VoteQueue {
  const { giveChange, resumeSending, stopSending } = makeChangeQueue<GivenVote>({
    sendChange: sendVote,
    isReplaced: (other, vote) =>
      other.seq === vote.seq && (vote.isOnly || other.code === vote.code || other.state === 'failed'),
    onChange,
    settle: VOTE_QUEUE.settle,
    timers,
  })
  return { giveVote: giveChange, resumeSending, stopSending }
}
