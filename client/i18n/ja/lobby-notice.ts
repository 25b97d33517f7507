import type { lobbyNoticeTexts as English } from '../en/lobby-notice.ts'

/** Why somebody was sent to the lobby, in Japanese. */
export const lobbyNoticeTexts: typeof English = {
  dismiss: 'このお知らせを閉じる',
  destroyed: {
    title: 'ルームはなくなりました',
    text: '会話はすべて削除されました。新しいルームをここで開けます。',
  },
  ended: {
    title: 'ルームは終了しました',
    text: 'もう誰も書き込めません。会話は、進行役のためにしばらく保存された後、削除されます。',
  },
  erased: {
    title: 'アカウントを削除しました',
    text: 'ルームと、その中の会話もすべて削除されました。',
  },
  left: {
    title: 'ルームを退出しました',
    text: '席は空きました。有効なリンクがあれば、席が空いている間は戻れます。',
  },
  errors: {
    'room-not-found': {
      title: 'そのルームはありません',
      text: '燃え尽きたか、リンクが途中で切れています。新しいリンクをもらうか、自分のルームを開いてください。',
    },
    'room-full': {
      title: 'そのルームは満席です',
      text: '席がすべて埋まっています。もっと大きなルームのリンクをもらうか、「オプション」で自分で開いてください。',
    },
    'room-closed': {
      title: 'そのルームは終了しました',
      text: 'もう誰も入れません。ここで自分のルームを開けます。',
    },
    removed: {
      title: 'そのルームから退出になりました',
      text: 'ホストがあなたを退出させたか、入室を断りました。ここで自分のルームを開けます。',
    },
    'turned-away': {
      title: '入室できませんでした',
      text: 'そのルームのホストが入室を断りました。ここで自分のルームを開けます。',
    },
    'not-shared': {
      title: '共有したものを受け取れませんでした',
      text: 'アプリが端末に保持できませんでした。ルームを作り、そこに貼り付けるか添付してください。',
    },
  },
}
