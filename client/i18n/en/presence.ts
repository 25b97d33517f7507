import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, in English. */
export const presenceTexts = {
  came: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'is', other: 'are' })} here.`,
  left: (names: string[], others: number) => `${listPeople(names, others)} left.`,
  alone: 'It is just you here now.',
}
