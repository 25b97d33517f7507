import type { presenceTexts as English } from '../en/presence.ts'
import { formatList } from '../index.ts'
import { isolate } from '../isolate.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in Arabic. */
export const presenceTexts: typeof English = {
  came: (names, others) => `حضر: ${listPeople(names, others)}.`,
  left: (names, others) => `غادر: ${listPeople(names, others)}.`,
  typing: (names) =>
    names.length > 2 ? 'عدة أشخاص يكتبون…' : `الكتابة جارية: ${formatList(names.map(isolate))}…`,
  alone: 'أنت وحدك هنا الآن.',
}
