import type { readingTexts as English } from '../en/reading.ts'
import { formatNumber } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in simplified Chinese. */
export const readingTexts: typeof English = {
  said: (name, text) => `${name}：${text}`,
  many: (count) => `${formatNumber(count)} 条新消息`,
  howTo: '用方向键在消息之间移动。按 Enter 打开消息的按钮，按 Esc 关闭。',
  title: '屏幕阅读器朗读',
  choices: { all: '全部', messages: '消息', none: '不朗读' },
  hint: '“全部”包括大家说的话、谁来谁走，以及各种变化。快结束时始终会朗读提醒。',
}
