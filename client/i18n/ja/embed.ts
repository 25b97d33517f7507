import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in Japanese. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution:
    'このフレームを埋め込んでいるサイトは、ここで開いたリンクと鍵を知っていて、リンクを持つほかの人と同じように使えます。',
  way: 'private-chatをタブで開く',
  over: {
    destroyed: { title: 'ルームはなくなりました', text: '会話はすべて削除されました。' },
    ended: {
      title: 'ルームは終了しました',
      text: 'もう誰も書き込めません。会話は、進行役のためにしばらく保存された後、削除されます。',
    },
    removed: {
      title: 'このルームから退出になりました',
      text: 'ホストがあなたを退出させたか、入室を断りました。',
    },
    'turned-away': { title: '入室できませんでした', text: 'このルームのホストが入室を断りました。' },
    left: {
      title: 'ルームを退出しました',
      text: '席は空きました。戻るには、このフレームのあるページを読み込み直してください。',
    },
    missing: {
      title: 'このルームはありません',
      text: 'このフレームのアドレスは、ルームのものではないか、途中で切れています。',
    },
  },
}
