import { formatCount, formatList } from '../index.ts'

/** Names people in a sentence, such as "Ben, Cleo and 4 others", in English. */
export function listPeople(names: string[], others: number): string {
  return formatList(others > 0 ? [...names, formatCount(others, { one: 'other', other: 'others' })] : names)
}
