import { formatList, pickPlural } from '../index.ts'

/** What is said of who comes and goes, in English. */
export const presenceTexts = {
  came: (names: string[]) =>
    `${formatList(names)} ${pickPlural(names.length, { one: 'is', other: 'are' })} here.`,
  left: (names: string[]) => `${formatList(names)} left.`,
  alone: 'It is just you here now.',
}
