import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in English. */
export const atTheDoorTexts = {
  list: 'At the door',
  letIn: 'Let in',
  turnAway: 'Turn away',
  letInOne: (name: string) => `Let in ${name}`,
  turnAwayOne: (name: string) => `Turn away ${name}`,
  letInAll: 'Let all in',
  turnAwayAll: 'Turn all away',
  knocked: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'is', other: 'are' })} at the door.`,
  noKey: 'Their name and key can’t be read: they came by another link. Send them the link that is valid now.',
  /** Sentences for refusals, by code, where the usual ones don't fit. */
  refusals: {
    'wrong-link': 'Their key can’t be read: they came by another link. Send them the link that is valid now.',
    'room-full': 'Every seat is taken. Free one first, in the menu.',
    'not-allowed': 'Only a host may do that.',
  } as Record<string, string>,
}
