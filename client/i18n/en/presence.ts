import { formatList, pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in English. */
export const presenceTexts = {
  came: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'is', other: 'are' })} here.`,
  left: (names: string[], others: number) => `${listPeople(names, others)} left.`,
  typing: (names: string[]) =>
    names.length > 2
      ? 'Several people are typing…'
      : `${formatList(names)} ${pickPlural(names.length, { one: 'is', other: 'are' })} typing…`,
  alone: 'It is just you here now.',
}
