import type { preJoinTexts as English } from '../en/pre-join.ts'

/** The texts of what a room asks before somebody joins, in Japanese. */
export const preJoinTexts: typeof English = {
  passwordTitle: 'このルームにはパスワードが必要です',
  passwordText: 'リンクを送った人が知っています。',
  passwordWrong: 'パスワードが違います。大文字と小文字を確認して、もう一度お試しください。',
  passwordMissing: '先にパスワードを入力してください。',
  enter: '入室',
  nameTitle: 'この名前は使われています',
  nameText: (taken: string) =>
    `「${taken}」は、このルームで使われています。誰かがこの名前か、この名前で発言しました。名前は発言とともに残ります。あなた自身の発言でも同じです。別の名前で入室してください。`,
  nameTaken: 'この名前は使われています。',
  nameRefusedTitle: 'この名前はここでは使えません',
  nameRefused: (name: string) =>
    `「${name}」は、役割、「あなた」、またはこのサイトの名前と紛らわしい名前です。別の名前で入室してください。`,
  nameFaulty: (fault: string) => `名前が受け付けられませんでした。${fault}別の名前で入室してください。`,
  nameStill: 'この名前はここでは使えません。',
  greetingTitle: '入室の前に',
  greetingText: (isEncrypted: boolean) =>
    isEncrypted
      ? 'このルームの会話は保存されます。ここで使う名前は、それぞれが選びます。'
      : 'このルームは暗号化されておらず、会話は保存されます。ここで使う名前は、それぞれが選びます。',
  knockText: '名前を入れてノックしてください。ルームのホストが中に入れます。',
  knock: 'ノックする',
  fromJoin: '後から来た人は、それまでの会話を読めません。これからの会話が見えます。',
  greetingHint: 'ほかの人に見える名前です。本名でなくてもかまいません。',
  ownGreeting: (isEncrypted: boolean) =>
    isEncrypted
      ? 'これはあなたのルームで、暗号化されています。会話を読めるのはあなたで、このサイトの運営者は読めません。ゲストにはこの画面が表示され、名前を選びます。'
      : 'これはあなたのルームで、暗号化されていません。会話はあなたも、このサイトの運営者も読むことができます。ゲストにはこの画面が表示され、名前を選びます。',
  ownWait:
    'これはあなたのルームで、まだ開いていません。ゲストは、開くまでここで待ちます。今すぐ開くこともできます。',
  openNow: '今すぐ開く',
  ownRooms: 'ルーム一覧へ',
  waitTitle: 'このルームはまだ開いていません',
  waitText: '少し早いようです。このページを開いたままお待ちください。開くと自動で入室します。',
  lobby: 'トップページへ',
  waitTimer: '開くまでの時間',
  waitPassword: 'パスワードが必要です。',
  opensAt: (time: string) => `開始：${time}`,
}
