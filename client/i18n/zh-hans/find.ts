import type { findTexts as English } from '../en/find.ts'
import { formatNumber } from '../index.ts'

/** The texts of the search in a room, in simplified Chinese. */
export const findTexts: typeof English = {
  title: '在此房间中查找',
  query: '要查找的文字',
  hint: '在你能读到的所有内容中查找。查找的文字不会离开此浏览器。',
  found: (count, progress) => {
    const messages = `找到 ${formatNumber(count)} 条消息。`
    if (progress === 'done') return count > 0 ? messages : '没有找到。'
    const state = progress === 'reading' ? '正在查找更早的消息…' : '现在读不到更早的消息，正在重试。'
    return `${count > 0 ? `目前${messages}` : '目前没有找到。'}${state}`
  },
  list: '找到的消息',
  more: '显示更多',
}
