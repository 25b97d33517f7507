import { formatList, pickPlural } from '../index.ts'

/** The texts about people who come and go, in English. */
export const presenceTexts = {
  came: (names: string[]) =>
    `${formatList(names)} ${pickPlural(names.length, { one: 'is', other: 'are' })} here.`,
  left: (names: string[]) => `${formatList(names)} left.`,
  alone: 'It is just you here now.',
}
