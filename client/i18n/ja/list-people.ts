import type { listPeople as English } from '../en/list-people.ts'
import { formatList, formatNumber } from '../index.ts'

/** Names people in a sentence, such as "Benさん、Cleoさん、ほか4人", in Japanese. */
export const listPeople: typeof English = (names, others) => {
  const people = names.map((name) => `${name}さん`)
  return formatList(others > 0 ? [...people, `ほか${formatNumber(others)}人`] : people)
}
