import { type RefusalCode, thenOf } from '../../../protocol/refusal.ts'
import { type Reply, waitOf } from '../../net/http.ts'
import type { Timers } from '../../net/timers.ts'

/** Milliseconds. */
export const VOTE_QUEUE = {
  /** Until a vote is sent: an arrow key passes over the choices, and the one where it stays is voted for. */
  settle: 400,
  /** Until a vote is sent again that did not get through, where nobody says how long to wait. */
  retry: 2_000,
} as const

/** A vote that the room has not confirmed yet. */
export interface PendingVote {
  seq: number
  code: string
  /** False where it is taken back. */
  on: boolean
  /** Whether it takes the place of another on the same message. */
  isOnly: boolean
  state: 'waiting' | 'failed'
  /** Why the room does not take it. */
  failure?: RefusalCode
}

/** A vote as a person gives it. */
export type GivenVote = Pick<PendingVote, 'seq' | 'code' | 'on' | 'isOnly'>

interface VoteQueueOptions {
  /** Sends a vote, and notes it where the room has stored it. */
  sendVote(vote: GivenVote): Promise<Reply<unknown>>
  /** Called at every change; votes are never changed in place. */
  onChange(votes: readonly PendingVote[]): void
  timers: Timers
}

export interface VoteQueue {
  /** Takes a vote; of several on the same thing the last one counts. */
  giveVote(vote: GivenVote): void
  /** There may be a network again: tries at once. */
  resumeSending(): void
  /** Stops, and forgets what waits: the room is over. */
  stopSending(): void
}

/** Votes until the room has stored them, or refuses them for good: then they stay, and say so. One is sent at a time. */
export function makeVoteQueue({ sendVote, onChange, timers }: VoteQueueOptions): VoteQueue {
  let votes: readonly PendingVote[] = []
  let isSending = false
  let isStopped = false
  let cancelTimer = () => {}

  function changeVotes(next: readonly PendingVote[]) {
    votes = next
    onChange(votes)
  }

  function sendAfter(ms: number) {
    cancelTimer()
    cancelTimer = timers.after(ms, () => void sendNext())
  }

  async function sendNext() {
    const vote = votes.find(({ state }) => state === 'waiting')
    if (isSending || isStopped || !vote) return
    isSending = true
    const { refusal } = await sendVote(vote)
    isSending = false
    if (isStopped) return
    const isRetried = refusal && (refusal.code === 'unreachable' || thenOf(refusal.code) === 'retry')
    if (isRetried) return sendAfter(Math.max(VOTE_QUEUE.retry, waitOf(refusal)))
    const failed = refusal && { ...vote, state: 'failed' as const, failure: refusal.code as RefusalCode }
    // Somebody may have changed their mind meanwhile: then it is not in the queue any more.
    changeVotes(votes.flatMap((each) => (each === vote ? (failed ?? []) : each)))
    sendAfter(0)
  }

  return {
    giveVote(vote) {
      if (isStopped) return
      const isReplaced = (other: PendingVote) =>
        other.seq === vote.seq && (vote.isOnly || other.code === vote.code || other.state === 'failed')
      changeVotes([...votes.filter((other) => !isReplaced(other)), { ...vote, state: 'waiting' }])
      sendAfter(VOTE_QUEUE.settle)
    },
    resumeSending() {
      if (votes.length > 0) sendAfter(0)
    },
    stopSending() {
      isStopped = true
      cancelTimer()
      changeVotes([])
    },
  }
}
