import { describe, expect, test } from 'vitest'
import { REACTIONS } from '../../../protocol/limits.ts'
import { planReaction, type VoteRules, voteRulesOf } from './reactions.ts'

const ANY: VoteRules = { isSingle: false, optionCount: null }
const ONE: VoteRules = { isSingle: true, optionCount: null }
const POLL: VoteRules = { isSingle: false, optionCount: 3 }
const codes = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`)
const counted = (each: readonly string[], count = 2) => new Map(each.map((code) => [code, count]))

describe('a reaction', () => {
  interface Case {
    what: string
    rules?: VoteRules
    code?: string
    isOn?: boolean
    own?: string[]
    counts?: Map<string, number>
    isClosed?: boolean
    removed?: string[]
    added?: string | null
    refused?: string
  }
  const full = counted(codes(REACTIONS.different))
  const CASES: Case[] = [
    { what: 'is given', added: 'a' },
    { what: 'that is there is given again', own: ['a'], counts: counted(['a']) },
    { what: 'is taken back', isOn: false, own: ['a', 'b'], removed: ['a'] },
    { what: 'that is not there is taken back', isOn: false, own: ['b'] },
    { what: 'goes beside others', own: ['b'], added: 'a' },
    { what: 'takes the place of the one', rules: ONE, own: ['b'], removed: ['b'], added: 'a' },
    { what: 'is the eighth', own: codes(REACTIONS.own - 1), added: 'a' },
    { what: 'is the ninth', own: codes(REACTIONS.own), refused: 'too-many-reactions' },
    { what: 'is the 24th of all', counts: counted(codes(REACTIONS.different - 1)), added: 'a' },
    { what: 'is the 25th of all', counts: full, refused: 'too-many-reactions' },
    { what: 'is one of 24', code: 'c3', counts: full, added: 'c3' },
    {
      what: 'takes the place of the only one of its kind among 24',
      rules: ONE,
      own: ['c0'],
      counts: new Map([...full, ['c0', 1]]),
      removed: ['c0'],
      added: 'a',
    },
    {
      what: 'takes the place of one that another gave, too, among 24',
      rules: ONE,
      own: ['c0'],
      counts: full,
      refused: 'too-many-reactions',
    },
    { what: 'is given where it is closed', isClosed: true, refused: 'voting-closed' },
    {
      what: 'is taken back where it is closed',
      isOn: false,
      own: ['a'],
      isClosed: true,
      refused: 'voting-closed',
    },
    { what: 'is the last option', rules: POLL, code: '2', added: '2' },
    { what: 'is no option', rules: POLL, code: '3', refused: 'invalid-request' },
    { what: 'is an option written otherwise', rules: POLL, code: '01', refused: 'invalid-request' },
    { what: 'is a word in a poll', rules: POLL, code: 'a', refused: 'invalid-request' },
  ]
  test.for(CASES)('$what', (each) => {
    const { rules = ANY, code = 'a', isOn = true, own = [], counts = new Map(), isClosed = false } = each
    const planned = planReaction(rules, { code, isOn, own, counts, isClosed })
    expect(planned.refusal?.code).toBe(each.refused)
    if (planned.ok) expect(planned.value).toEqual({ removed: each.removed ?? [], added: each.added ?? null })
  })
})

test.for([
  { message: {}, rules: ANY },
  { message: { choice: 'one' as const }, rules: ONE },
  { message: { kind: 'question' as const }, rules: { isSingle: true, optionCount: 1 } },
  { message: { kind: 'poll' as const, options: ['a', 'b', 'c'] }, rules: POLL },
  {
    message: { kind: 'poll' as const, options: ['a', 'b'], choice: 'one' as const },
    rules: { isSingle: true, optionCount: 2 },
  },
])('$message has its own rules', ({ message, rules }) => {
  expect(voteRulesOf(message)).toEqual(rules)
})
