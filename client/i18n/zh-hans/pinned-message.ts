import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in simplified Chinese. */
export const pinnedMessageTexts: typeof English = {
  label: '置顶消息',
  unread: '新',
  before: '主持人置顶了一条早于你进来的消息。',
  gone: '此消息已不存在。',
  readOnce: '一条阅后即焚消息。',
  more: '展开',
  less: '收起',
  goTo: '查看消息',
  unpin: '取消置顶',
}
