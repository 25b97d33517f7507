import type { listPeople as English } from '../en/list-people.ts'
import { formatCount, formatList } from '../index.ts'

/** Names people in a sentence, such as "Ben, Cleo et 4 autres", in French. */
export const listPeople: typeof English = (names, others) =>
  formatList(others > 0 ? [...names, formatCount(others, { one: 'autre', other: 'autres' })] : names)
