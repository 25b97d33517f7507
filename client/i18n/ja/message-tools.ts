import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in Japanese. */
export const messageToolsTexts: typeof English = {
  reply: '返信',
  react: 'リアクション',
  edit: '編集',
  takeBack: '取り消す',
  notLoaded: '読み込めませんでした。接続を確認して、もう一度お試しください。',
}
