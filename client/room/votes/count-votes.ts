import type { ReaderChange } from '../../../protocol/reactions.ts'
import type { PendingVote } from './vote-queue.ts'

/** What one can vote for, as it stands. */
export interface CountedChoice {
  code: string
  count: number
  /** Whether this participant chose it; what waits to be sent counts as chosen. */
  isMine: boolean
}

/** How a vote stands. */
export interface CountedVote {
  choices: readonly CountedChoice[]
  /** Votes for all choices together. */
  total: number
  isClosed: boolean
  /** Whether a vote of one's own waits to be sent. */
  isWaiting: boolean
  failure: PendingVote['failure']
}

/**
 * Counts the votes of a message.
 * @param codes those of its choices, in their order; others mean nothing to this page, and count as nothing
 * @param pending one's own votes that the room has not confirmed
 */
export function countVotes(
  { reactions, closed, mine = [] }: Pick<ReaderChange, 'reactions' | 'closed' | 'mine'>,
  codes: readonly string[],
  pending: readonly PendingVote[],
): CountedVote {
  const waiting = pending.filter(({ state }) => state === 'waiting')
  const choices = codes.map((code) => {
    const own = waiting.find((vote) => vote.code === code)
    const isOther = waiting.some(({ isOnly, on }) => isOnly && on)
    return {
      code,
      count: Object.hasOwn(reactions, code) ? (reactions[code] ?? 0) : 0,
      isMine: own ? own.on : !isOther && mine.includes(code),
    }
  })
  return {
    choices,
    total: choices.reduce((sum, { count }) => sum + count, 0),
    isClosed: closed === true,
    isWaiting: waiting.length > 0,
    failure: pending.find(({ state }) => state === 'failed')?.failure,
  }
}
