import type { handsTexts as English } from '../en/hands.ts'
import { listPeople } from './list-people.ts'

/** The texts about raised hands, in Japanese. */
export const handsTexts: typeof English = {
  raise: '手を挙げる',
  lower: '手を下ろす',
  raised: '手を挙げました。',
  lowered: '手を下ろしました。',
  list: '手を挙げている人',
  raisedBy: (names: string[], others: number) => `${listPeople(names, others)}が手を挙げています。`,
  lowerOne: (alias: string) => `${alias}さんの手を下ろす`,
  lowerShort: '下ろす',
}
