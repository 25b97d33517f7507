import { REACTIONS } from '../../../protocol/limits.ts'
import type { Message } from '../../../protocol/message.ts'
import type { ReactionCode } from '../../../protocol/reactions.ts'
import { ok, type Result, refused } from '../../../protocol/refusal.ts'

/** What a message says about how others may react to it. */
export interface VoteRules {
  /** Whether a participant has one reaction only. */
  isSingle: boolean
  /** How many options there are, whose codes are `0`, `1` and so on; null where any code may be given. */
  optionCount: number | null
}

/** A reaction that somebody gives or takes back, and what there is already. */
interface ReactionRequest {
  code: ReactionCode
  /** Whether it is given; otherwise it is taken back. */
  isOn: boolean
  /** The reactions of the same participant. */
  own: readonly ReactionCode[]
  /** How many participants gave each reaction. */
  counts: ReadonlyMap<ReactionCode, number>
  isClosed: boolean
}

/** What a reaction changes. */
export interface ReactionPlan {
  removed: readonly ReactionCode[]
  added: ReactionCode | null
}

const NOTHING: ReactionPlan = { removed: [], added: null }

/** Returns how others may react to a message. In an encrypted room the message says nothing of its options. */
export function voteRulesOf({
  choice,
  kind,
  options,
}: Pick<Message, 'choice' | 'kind' | 'options'>): VoteRules {
  const isQuestion = kind === 'question'
  return { isSingle: choice === 'one' || isQuestion, optionCount: isQuestion ? 1 : (options?.length ?? null) }
}

/** Decides what a reaction changes, or refuses it. One that is there already, or not there to be taken back, changes nothing. */
export function planReaction(
  { isSingle, optionCount }: VoteRules,
  { code, isOn, own, counts, isClosed }: ReactionRequest,
): Result<ReactionPlan> {
  if (optionCount !== null && !isOption(code, optionCount))
    return refused({
      code: 'invalid-request',
      issues: [{ path: 'code', message: 'This message has no such option.' }],
    })
  if (isClosed) return refused('voting-closed')
  if (own.includes(code) === isOn) return ok(NOTHING)
  if (!isOn) return ok({ removed: [code], added: null })
  const removed = isSingle ? own : []
  if (own.length - removed.length >= REACTIONS.own) return refused('too-many-reactions')
  const vanishing = removed.filter((each) => counts.get(each) === 1).length
  if (!counts.has(code) && counts.size - vanishing >= REACTIONS.different)
    return refused('too-many-reactions')
  return ok({ removed, added: code })
}

function isOption(code: ReactionCode, optionCount: number): boolean {
  return /^(0|[1-9]\d*)$/.test(code) && Number(code) < optionCount
}
