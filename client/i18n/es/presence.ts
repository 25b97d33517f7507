import type { presenceTexts as English } from '../en/presence.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, in Spanish. */
export const presenceTexts: typeof English = {
  came: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'está', other: 'están' })} aquí.`,
  left: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'salió', other: 'salieron' })}.`,
  alone: 'Ahora solo estás tú.',
}
