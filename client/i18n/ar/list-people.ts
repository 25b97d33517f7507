import { formatList, formatNumber, pickPlural } from '../index.ts'
import { isolate } from '../isolate.ts'

/** Names people in a sentence, in Arabic. */
export function listPeople(names: string[], others: number): string {
  const more = pickPlural(others, {
    one: 'شخص آخر',
    two: 'شخصان آخران',
    few: `${formatNumber(others)} آخرون`,
    other: `${formatNumber(others)} آخرون`,
  })
  return formatList([...names.map(isolate), ...(others > 0 ? [more] : [])])
}
