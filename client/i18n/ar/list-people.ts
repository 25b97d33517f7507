import { countOthers } from '../arabic-counts.ts'
import { formatList } from '../index.ts'
import { isolate } from '../isolate.ts'

/** Names people in a sentence, in Arabic. */
export function listPeople(names: string[], others: number): string {
  return formatList([...names.map(isolate), ...(others > 0 ? [countOthers(others)] : [])])
}
