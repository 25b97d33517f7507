import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList } from '../index.ts'

/** The texts about something that was shared to the app, in simplified Chinese. */
export const sharedMessageTexts: typeof English = {
  title: '你的第一条消息',
  text: '它会放进你创建的房间的输入框中，尚未发送任何内容。',
  pictures: (names) => `图片：${formatList(names)}`,
  discard: '不要了',
  lost: {
    title: '你分享的内容已不在这里',
    text: '它从不保存，只等几分钟。请重新分享。',
  },
  lostOnTheWay: '你分享的内容没有到达这里。请重新复制，然后粘贴到输入框中。',
}
