import { formatCount, formatList, pickPlural } from '../index.ts'

const list = (names: string[], others: number) =>
  formatList(others > 0 ? [...names, formatCount(others, { one: 'other', other: 'others' })] : names)

/** The texts about people who come and go, in English. */
export const presenceTexts = {
  came: (names: string[], others: number) =>
    `${list(names, others)} ${pickPlural(names.length + others, { one: 'is', other: 'are' })} here.`,
  left: (names: string[], others: number) => `${list(names, others)} left.`,
  alone: 'It is just you here now.',
}
