import type { presenceTexts as English } from '../en/presence.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, in German. */
export const presenceTexts: typeof English = {
  came: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'ist', other: 'sind' })} da.`,
  left: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'ist', other: 'sind' })} gegangen.`,
  alone: 'Jetzt bist nur noch du hier.',
}
