import type { presenceTexts as English } from '../en/presence.ts'
import { formatList, pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in German. */
export const presenceTexts: typeof English = {
  came: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'ist', other: 'sind' })} da.`,
  left: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'ist', other: 'sind' })} gegangen.`,
  typing: (names: string[]) =>
    names.length > 2
      ? 'Mehrere schreiben …'
      : `${formatList(names)} ${pickPlural(names.length, { one: 'schreibt', other: 'schreiben' })} …`,
  alone: 'Jetzt bist nur noch du hier.',
}
