import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in simplified Chinese. */
export const seatWaitTexts: typeof English = {
  waiting: '请不要关闭此页面：它会自动再查看，有席位时让你进入。',
  looking: '正在查找席位…',
  full: '仍然满员。此页面会继续查看，有席位时让你进入。',
  free: '有人离开了：现在有你的席位。',
  'room-not-found': '房间已不存在。',
  'room-closed': '房间已关闭。',
  again: '重试',
  enter: '进入',
}
