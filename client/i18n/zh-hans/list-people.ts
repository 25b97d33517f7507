import type { listPeople as English } from '../en/list-people.ts'
import { formatList, formatNumber } from '../index.ts'

/** Names people in a sentence, such as "Ben、Cleo和另外 4 人", in simplified Chinese. */
export const listPeople: typeof English = (names, others) =>
  formatList(others > 0 ? [...names, `另外 ${formatNumber(others)} 人`] : names)
