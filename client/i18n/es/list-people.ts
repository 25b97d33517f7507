import { formatCount, formatList } from '../index.ts'

/** Names people in a sentence, such as "Ben, Cleo y 4 personas más", in Spanish. */
export function listPeople(names: string[], others: number): string {
  return formatList(
    others > 0 ? [...names, formatCount(others, { one: 'persona más', other: 'personas más' })] : names,
  )
}
