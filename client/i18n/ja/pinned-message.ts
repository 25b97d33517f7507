import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in Japanese. */
export const pinnedMessageTexts: typeof English = {
  label: 'ピン留めされたメッセージ',
  unread: '新着',
  before: 'ホストが、あなたが来る前のメッセージをピン留めしました。',
  gone: 'このメッセージはもうありません。',
  readOnce: '1回だけ表示されるメッセージ。',
  more: 'すべて表示',
  less: '短く表示',
  goTo: 'メッセージへ移動',
  unpin: 'ピン留めを外す',
}
