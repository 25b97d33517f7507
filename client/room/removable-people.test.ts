import { expect, test } from 'vitest'
import { exampleMessage } from '../../test/support/examples.ts'
import { findRemovable, findSeatsToFree, findUnnamedSpeakers } from './removable-people.ts'

const named = (id: string) => ({ participantId: id, alias: id, role: 'participant' }) as const
const me = named('me')
const messages = ['ann', 'ben', 'me', 'cleo', 'ben'].map((who, at) => exampleMessage(at + 1, who))
const state = (present: number) => ({ me, participants: [me, named('ann')], present, messages })
const ids = (present: number, removed: string[] = []) =>
  findRemovable(state(present), findUnnamedSpeakers(state(present)), new Set(removed)).map(
    ({ participantId }) => participantId,
  )

test('where everybody is named it is the others, and nobody who left', () => {
  expect(ids(2)).toEqual(['ann'])
})

test('a host can not be removed, nor the facilitator', () => {
  const others = [
    named('ann'),
    { ...named('ben'), role: 'host' },
    { ...named('cleo'), role: 'facilitator' },
  ] as const
  const found = findRemovable({ me, participants: [...others] }, [], new Set())
  expect(found.map(({ participantId }) => participantId)).toEqual(['ann'])
})

test('in a large room it is also whoever wrote something, the last first, except those who were removed', () => {
  expect(ids(300)).toEqual(['ben', 'cleo', 'ann'])
  expect(ids(300, ['ben', 'ann'])).toEqual(['cleo'])
})

test('a seat may be freed of whoever is away, except a facilitator, who takes none', () => {
  const seat = (id: string, role: 'host' | 'facilitator' | 'participant', connected: boolean) => ({
    participantId: id,
    alias: id,
    role,
    connected,
  })
  const seats = [
    seat('ann', 'host', false),
    seat('ben', 'participant', false),
    seat('cleo', 'participant', true),
    seat('dora', 'facilitator', false),
  ]
  expect(findSeatsToFree(seats).map(({ participantId }) => participantId)).toEqual(['ann', 'ben'])
})
