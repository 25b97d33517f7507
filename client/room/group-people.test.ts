import { expect, test } from 'vitest'
import { groupPeople } from './group-people.ts'

test.each([
  { people: ['a'], named: ['a'], others: 0 },
  { people: ['a', 'b', 'c'], named: ['a', 'b', 'c'], others: 0 },
  { people: ['a', 'b', 'c', 'd'], named: ['a', 'b'], others: 2 },
])('of $people the sentence names $named', ({ people, named, others }) => {
  expect(groupPeople(people)).toEqual({ named, others })
})
