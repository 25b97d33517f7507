import type { presenceTexts as English } from '../en/presence.ts'
import { formatList, pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in Spanish. */
export const presenceTexts: typeof English = {
  came: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'está', other: 'están' })} aquí.`,
  left: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'salió', other: 'salieron' })}.`,
  typing: (names) =>
    names.length > 2
      ? 'Varias personas están escribiendo…'
      : `${formatList(names)} ${pickPlural(names.length, { one: 'está', other: 'están' })} escribiendo…`,
  alone: 'Ahora solo estás tú.',
}
