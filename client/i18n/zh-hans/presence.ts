import type { presenceTexts as English } from '../en/presence.ts'
import { formatList } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in simplified Chinese. */
export const presenceTexts: typeof English = {
  came: (names, others) => `${listPeople(names, others)} 来了。`,
  left: (names, others) => `${listPeople(names, others)} 离开了。`,
  typing: (names) => (names.length > 2 ? '多人正在输入…' : `${formatList(names)} 正在输入…`),
  alone: '现在只有你在这里。',
}
