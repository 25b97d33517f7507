import type { listPeople as English } from '../en/list-people.ts'
import { formatCount, formatList } from '../index.ts'

/** Names people in a sentence, such as "Ben, Cleo e mais 4 pessoas", in Brazilian Portuguese. */
export const listPeople: typeof English = (names, others) =>
  formatList(
    others > 0 ? [...names, `mais ${formatCount(others, { one: 'pessoa', other: 'pessoas' })}`] : names,
  )
