import { expect, test } from 'vitest'
import { exampleMessage } from '../../../test/support/examples.ts'
import { countReactions } from './count-reactions.ts'
import { findReactionCodes } from './reaction-choices.ts'

const count = async (reactions: Record<string, number>, mine: string[] = [], waiting: string[] = []) => {
  const codes = (await findReactionCodes(exampleMessage(1), null)) ?? new Map()
  const pending = waiting.map((code) => ({
    seq: 1,
    code,
    on: true,
    isOnly: false,
    state: 'waiting' as const,
  }))
  const { given, others } = countReactions({ reactions, mine }, codes, pending)
  return [given.map(({ reaction, count, isMine }) => [reaction.shown, count, isMine]), others]
}

test('reactions stand in the order in which they are offered, one’s own marked, and what is not known is counted', async () => {
  expect(await count({ 'w-yes': 1, 'e-1f44d': 3, later: 2, other: 1 }, ['e-1f44d'])).toEqual([
    [
      ['👍', 3, true],
      ['Yes', 1, false],
    ],
    3,
  ])
})

test('one’s own reaction is shown before the room has told of it', async () => {
  expect(await count({}, [], ['e-1f525'])).toEqual([[['🔥', 1, true]], 0])
})
