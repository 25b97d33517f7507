import { expect, test } from 'vitest'
import { exampleMessage } from '../../test/support/examples.ts'
import { removable } from './removable.ts'

const named = (id: string) => ({ participantId: id, alias: id, role: 'participant' }) as const
const me = named('me')
const messages = [exampleMessage(1, 'ann'), exampleMessage(2, 'ben'), exampleMessage(3, 'me')]
const ids = (present: number, removed: string[] = []) =>
  removable({ me, participants: [me, named('ann')], present, messages }, new Set(removed)).map(
    ({ participantId }) => participantId,
  )

test('where everybody is named it is the others, and nobody who left', () => {
  expect(ids(2)).toEqual(['ann'])
})

test('in a crowd it is also whoever said something, but for those who were removed', () => {
  expect(ids(300)).toEqual(['ann', 'ben'])
  expect(ids(300, ['ben'])).toEqual(['ann'])
})
