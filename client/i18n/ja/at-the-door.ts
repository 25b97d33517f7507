import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in Japanese. */
export const atTheDoorTexts: typeof English = {
  list: 'ドアの前',
  letIn: '中に入れる',
  turnAway: '断る',
  letInOne: (name: string) => `${name}さんを中に入れる`,
  turnAwayOne: (name: string) => `${name}さんを断る`,
  letInAll: '全員を中に入れる',
  turnAwayAll: '全員を断る',
  knocked: (names: string[], others: number) => `${listPeople(names, others)}がドアの前にいます。`,
  noKey: '名前と鍵を読めません。別のリンクから来ています。今有効なリンクを送ってください。',
  refusals: {
    'wrong-link': '鍵を読めません。別のリンクから来ています。今有効なリンクを送ってください。',
    'room-full': '席がすべて埋まっています。先にメニューで席を空けてください。',
    'not-allowed': 'これはホストだけができます。',
  },
}
