import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in simplified Chinese. */
export const messageToolsTexts: typeof English = {
  reply: '回复',
  react: '表态',
  edit: '编辑',
  takeBack: '撤回',
  notLoaded: '未能加载。请检查网络连接后重试。',
}
