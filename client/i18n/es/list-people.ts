import type { listPeople as English } from '../en/list-people.ts'
import { formatCount, formatList } from '../index.ts'

/** Names people in a sentence, such as "Ben, Cleo y 4 personas más", in Spanish. */
export const listPeople: typeof English = (names, others) =>
  formatList(
    others > 0 ? [...names, formatCount(others, { one: 'persona más', other: 'personas más' })] : names,
  )
