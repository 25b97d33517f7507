import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in Japanese. */
export const deviceTexts: typeof English = {
  title: 'この端末の設定',
  text: 'すべてのルームの設定として、このブラウザーに保存されます。',
  away: 'ほかを見ている間',
  sound: '小さな音を鳴らす',
  soundHint: '誰かが発言したとき。ドアのノックは、見ている間も鳴ります。',
  notify: '通知を表示する',
  notifyHint: 'メッセージがあることだけを知らせます。内容や書いた人は表示しません。',
  notifyDenied: 'このサイトの通知は、ブラウザーでブロックされています。ブラウザーの設定で許可できます。',
  blur: 'ルームをぼかす',
  blurHint: '戻ってくるまで、メッセージと名前は読めません。',
  typing: '入力中の表示',
  sendTyping: '入力中であることをほかの人に見せる',
  sendTypingHint: '書いていることだけが見え、内容は見えません。',
  showTyping: '誰が入力中かを表示する',
  showTypingHint: 'メッセージの下に表示します。',
  exit: '急ぐとき',
  exitOn: 'Escを2回押すとすぐに退出',
  exitHint:
    '確認はありません。このタブはルームを忘れ、席が空き、別のページが開きます。送信していない内容は失われます。',
  exitAddress: '開くページ',
  exitAddressHint: 'ブラウザーの閲覧履歴に残ったものは消えません。',
  exitAddressWrong: 'https://example.orgのように、他のサイトのページのアドレスを入力してください。',
  enterSends: 'Enterで送信',
  enterSendsHint: '画面のキーボードで。オフのときはEnterで改行し、ボタンで送信します。',
}
