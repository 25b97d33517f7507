import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in simplified Chinese. */
export const atTheDoorTexts: typeof English = {
  list: '门外',
  letIn: '允许进入',
  turnAway: '拒绝',
  letInOne: (name) => `允许 ${name} 进入`,
  turnAwayOne: (name) => `拒绝 ${name}`,
  letInAll: '全部允许',
  turnAwayAll: '全部拒绝',
  knocked: (names, others) => `${listPeople(names, others)} 在门外。`,
  noKey: '无法读取对方的名字和密钥：对方用的是另一个链接。请把当前有效的链接发给对方。',
  refusals: {
    'wrong-link': '无法读取对方的密钥：对方用的是另一个链接。请把当前有效的链接发给对方。',
    'room-full': '席位已满。请先在菜单中腾出一个。',
    'not-allowed': '只有主持人可以这样做。',
  },
}
