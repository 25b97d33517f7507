import { formatCount, formatList } from '../index.ts'

/** Names people in a sentence, such as "Ben, Cleo und 4 weitere", in German. */
export function listPeople(names: string[], others: number): string {
  return formatList(
    others > 0 ? [...names, formatCount(others, { one: 'weitere Person', other: 'weitere' })] : names,
  )
}
