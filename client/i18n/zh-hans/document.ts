import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in simplified Chinese. */
export const documentTexts: typeof English = {
  description: '会自行焚毁的聊天房间。无需账号：打开房间，分享链接，开始聊天。',
  unloaded: '此页面未能加载，或在传输途中被改动。请检查网络连接，然后重新加载。',
  noScript: 'private-chat 需要 JavaScript 才能打开房间和显示消息。请为本站启用 JavaScript，然后重新加载。',
}
