import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in Japanese. */
export const offlineTexts: typeof English = {
  page: '接続がありません · private-chat',
  title: '接続がありません',
  text: 'ルームでの会話がこの端末に保存されることはないため、接続がないと表示できるものがありません。接続が戻ると、このページは自動で開きます。',
  again: 'もう一度試す',
}
