import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created, in Japanese: by code. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests': '一度に作ったルームが多すぎます。1分待ってから、次を作ってください。',
  'cookies-blocked':
    'このブラウザーはここでCookieを保存しません。ルームは、Cookieであなたの席を見分けます。アドレスの横の設定でこのサイトのCookieを許可するか、プライベートウィンドウではなく通常のウィンドウをお使いください。',
  'keys-not-kept':
    'このブラウザーはここで鍵を保存しません。ノックが必要なルームや、入室後の会話だけが見えるルームでは、自分のルームを開けなくなります。「ドアとルール」で「開いている」と「すべて」を選ぶか、プライベートウィンドウではなく通常のウィンドウをお使いください。',
  'first-message-not-kept':
    '共有したものを引き渡せなかったため、ルームはまだ作られていません。もう一度お試しください。または上で取りやめて、ルームに入ってから入力欄に貼り付けてください。',
  'wrong-origin':
    'サーバーは、このアドレスを別のサイトのものとみなしています。プロキシの後ろにある場合は、運営者がPUBLIC_ORIGINを設定する必要があります。',
  other: 'ルームを作れませんでした。httpsまたはlocalhostで、もう一度お試しください。',
}
