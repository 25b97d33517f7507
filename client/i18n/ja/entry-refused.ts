import type { entryRefusedTexts as English } from '../en/entry-refused.ts'

/** The texts for a person whom a room refuses, in Japanese. */
export const entryRefusedTexts: typeof English = {
  again: 'もう一度試す',
  back: 'もう一度入室',
  lobby: '自分のルームを開く',
  refused: {
    'seat-lost': {
      title: '席は空きました',
      text: 'しばらく離れていたか、別のタブで退出したか、ログアウトしました。席が空いていれば戻れます。書きかけの内容は残っています。',
    },
    unreachable: {
      title: 'ルームにつながりません',
      text: 'サーバーに接続できませんでした。接続を確認して、もう一度お試しください。',
    },
    'room-locked': {
      title: 'このルームはロックされています',
      text: '今は誰も入れません。ホストにロックの解除を頼んで、もう一度お試しください。',
    },
    'room-not-found': {
      title: 'このルームはありません',
      text: '燃え尽きたか、リンクが途中で切れています。新しいリンクをもらってください。',
    },
    'room-closed': { title: 'このルームは終了しました', text: 'もう誰も入れません。' },
    'room-not-open': {
      title: 'このルームはまだ開いていません',
      text: '少し早いようです。開いてから、もう一度お試しください。',
    },
    removed: {
      title: '退出になりました',
      text: 'このルームのホストがあなたを退出させたか、入室を断りました。',
    },
    'link-closed': {
      title: 'このリンクは無効です',
      text: '新しいリンクをもらってください。',
    },
    'wrong-link': {
      title: 'リンクが途中で切れています',
      text: '一部が欠けています。リンク全体をもらって、それを開いてください。',
    },
    'too-many-requests': {
      title: '少しお待ちください',
      text: 'お使いのネットワークからの要求が多すぎます。1分待ってから、もう一度お試しください。',
    },
    'slow-down': {
      title: '少しお待ちください',
      text: '一度に多すぎます。少し待ってから、もう一度お試しください。',
    },
    busy: { title: 'ルームが混み合っています', text: '少し待ってから、もう一度お試しください。' },
    'wrong-origin': {
      title: 'サーバーはこのアドレスを知りません',
      text: '別のサイトのものとみなしています。プロキシの後ろにある場合は、運営者がPUBLIC_ORIGINを設定する必要があります。',
    },
    'cookies-blocked': {
      title: 'このブラウザーはここでCookieを保存しません',
      text: 'ルームは、Cookieであなたの席を見分けます。まだ席は取っていません。アドレスの横の設定でこのサイトのCookieを許可してから、もう一度お試しください。プライベートウィンドウで許可できない場合は、通常のウィンドウでリンクを開いてください。',
    },
    'no-key': {
      title: '鍵がないまま入室しました',
      text: 'このルームを開く鍵が届きませんでした。新しいリンクをもらうか、もう一度ドアをノックしてください。',
    },
  },
  full: {
    title: 'このルームは満席です',
    text: '席がすべて埋まっています。誰かが退出すれば入れます。',
  },
  embedBlocked: {
    title: 'このブラウザーはこのフレームでCookieを保存しません',
    text: 'ルームは、Cookieであなたの席を見分けます。まだ席は取っていません。別のタブで開けば、Cookieを保存できます。',
  },
  openTab: 'タブで開く',
  other: {
    title: 'うまくいきませんでした',
    text: 'こちらで問題が発生しました。もう一度お試しください。',
  },
}
