import type { presenceTexts as English } from '../en/presence.ts'
import { formatList, pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in French. */
export const presenceTexts: typeof English = {
  came: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'est là', other: 'sont là' })}.`,
  left: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'a quitté', other: 'ont quitté' })} le salon.`,
  typing: (names: string[]) =>
    names.length > 2
      ? 'Plusieurs personnes écrivent…'
      : `${formatList(names)} ${pickPlural(names.length, { one: 'écrit', other: 'écrivent' })}…`,
  alone: 'Il n’y a plus que vous ici.',
}
