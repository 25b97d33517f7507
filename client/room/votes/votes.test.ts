import { expect, test } from 'vitest'
import { exampleMessage } from '../../../test/support/examples.ts'
import { checkPoll, EMPTY_POLL } from './check-poll.ts'
import { countVotes } from './count-votes.ts'
import { orderQuestions } from './order-questions.ts'
import { readPollDraft } from './read-poll-draft.ts'
import type { PendingVote } from './vote-queue.ts'

const pending = (more: Partial<PendingVote>): PendingVote => ({
  seq: 1,
  code: '0',
  on: true,
  isOnly: true,
  state: 'waiting',
  ...more,
})

test('codes that a page does not know count as nothing', () => {
  const reactions = { 0: 2, 1: 1, smile: 9, constructor: 4 }
  const { choices, total } = countVotes({ reactions, mine: ['1', 'smile'] }, ['0', '1', 'toString'], [])
  expect(choices.map(({ count, isMine }) => [count, isMine])).toEqual([
    [2, false],
    [1, true],
    [0, false],
  ])
  expect(total).toBe(3)
})

test('a vote that waits is shown in the place of the one before, and one that failed is not', () => {
  const mine = (votes: PendingVote[]) =>
    countVotes({ reactions: {}, mine: ['0'] }, ['0', '1'], votes).choices.map(({ isMine }) => isMine)
  expect(mine([pending({ code: '1' })])).toEqual([false, true])
  expect(mine([pending({ code: '1', isOnly: false })])).toEqual([true, true])
  expect(mine([pending({ on: false })])).toEqual([false, false])
  expect(mine([pending({ code: '1', state: 'failed' })])).toEqual([true, false])
})

test('open questions come first, then those with more votes, then the older ones', () => {
  const ask = (seq: number, votes: number, closed?: true) => ({
    ...exampleMessage(seq),
    kind: 'question' as const,
    reactions: { 0: votes },
    closed,
  })
  const messages = [ask(1, 9, true), ask(2, 1), exampleMessage(3), ask(4, 1), ask(5, 0)]
  const changes = { 5: { seq: 5, rev: 1, reactions: { 0: 4 } } }
  expect(orderQuestions({ messages, changes }).map(({ seq }) => seq)).toEqual([5, 2, 4, 1])
})

const check = (question: string, choices: string[], fits = true) => {
  const { options, faults } = checkPoll({ question, choices, hasSeveral: false }, () => fits)
  return { options, question: faults.question, choices: Object.fromEntries(faults.choices) }
}

test.each([
  { what: 'empty rows are left out', choices: ['a', '', ' b '], options: ['a', 'b'], faults: {} },
  { what: 'two are needed', choices: ['', 'a', ''], options: ['a'], faults: { 0: 'empty' } },
  { what: 'nothing at all', choices: ['', ''], options: [], faults: { 0: 'empty', 1: 'empty' } },
  { what: 'twice the same', choices: ['a', 'b', 'a '], options: ['a', 'b'], faults: { 2: 'same' } },
  { what: 'too long', choices: ['a', 'b', 'c'.repeat(201)], options: ['a', 'b'], faults: { 2: 'long' } },
  { what: 'not to be seen', choices: ['a', 'b\u202e'], options: ['a'], faults: { 1: 'unseen' } },
])('choices of a poll: $what', ({ choices, options, faults }) => {
  expect(check('When?', choices)).toEqual({ options, question: null, choices: faults })
})

test('a poll has a question, and fits a message', () => {
  expect(check(' ', ['a', 'b']).question).toBe('empty')
  expect(check('When?', ['a', 'b'], false).question).toBe('long')
})

test('a poll that was being written is read as it was kept, and anything else as an empty one', () => {
  const poll = { question: 'Which day?', choices: ['Monday', ''], hasSeveral: true }
  expect(readPollDraft(JSON.stringify(poll))).toEqual(poll)
  const others = ['', 'null', '[]', '{}', { ...poll, choices: ['one'] }, { ...poll, choices: [1, 2] }]
  for (const other of others)
    expect(readPollDraft(typeof other === 'string' ? other : JSON.stringify(other))).toEqual(EMPTY_POLL)
})
