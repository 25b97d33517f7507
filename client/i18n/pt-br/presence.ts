import type { presenceTexts as English } from '../en/presence.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, in Brazilian Portuguese. */
export const presenceTexts: typeof English = {
  came: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'está', other: 'estão' })} aqui.`,
  left: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'saiu', other: 'saíram' })}.`,
  alone: 'Agora só você está aqui.',
}
