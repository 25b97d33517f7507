import { type CountedChoice, countVotes } from '../votes/count-votes.ts'
import type { Reaction } from './reaction-choices.ts'

/** A reaction as it stands under a message. */
export interface CountedReaction extends CountedChoice {
  reaction: Reaction
}

/**
 * Counts the reactions to a message: those that anybody gave, in the order in which they are offered.
 * @returns also how many were given whose codes mean nothing to this page
 */
export function countReactions(
  change: Parameters<typeof countVotes>[0],
  codes: ReadonlyMap<Reaction, string>,
  pending: Parameters<typeof countVotes>[2],
): { given: CountedReaction[]; others: number } {
  const { choices, total } = countVotes(change, [...codes.values()], pending)
  const reactions = [...codes.keys()]
  const given = choices.flatMap((choice, at): CountedReaction[] => {
    const reaction = reactions[at]
    // One's own counts before the room has told of it.
    const count = Math.max(choice.count, choice.isMine ? 1 : 0)
    return reaction && count > 0 ? [{ ...choice, count, reaction }] : []
  })
  const all = Object.values(change.reactions).reduce((sum, count) => sum + count, 0)
  return { given, others: all - total }
}
