import type { presenceTexts as English } from '../en/presence.ts'
import { formatList, pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in Brazilian Portuguese. */
export const presenceTexts: typeof English = {
  came: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'está', other: 'estão' })} aqui.`,
  left: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'saiu', other: 'saíram' })}.`,
  typing: (names) =>
    names.length > 2
      ? 'Várias pessoas estão digitando…'
      : `${formatList(names)} ${pickPlural(names.length, { one: 'está', other: 'estão' })} digitando…`,
  alone: 'Agora só você está aqui.',
}
