import type { presenceTexts as English } from '../en/presence.ts'
import { listPeople } from './list-people.ts'

/** The texts about people who come and go, and who type, in Japanese. */
export const presenceTexts: typeof English = {
  came: (names: string[], others: number) => `${listPeople(names, others)}が入室しました。`,
  left: (names: string[], others: number) => `${listPeople(names, others)}が退出しました。`,
  alone: 'ここにいるのは、あなただけになりました。',
  typing: (names: string[]) =>
    names.length > 2 ? '何人かが入力中…' : `${names.map((name) => `${name}さん`).join('と')}が入力中…`,
}
