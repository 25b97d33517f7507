import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in Japanese. */
export const uiTexts: typeof English = {
  showPassword: '入力した文字を表示',
  hidePassword: '入力した文字を隠す',
  required: '入力してください。',
  busy: '少しお待ちください…',
  canSubmitIn: (seconds: number) => `${seconds}秒後にもう一度試せます。`,
  canSubmit: 'もう一度試せます。',
  logInAgain: 'もう一度ログイン',
  cancel: 'キャンセル',
  close: '閉じる',
  refusals: {
    'email-taken': 'このメールアドレスのアカウントがすでにあります。ログインしますか？',
    'wrong-credentials': 'メールアドレスかパスワードが違います。',
    'wrong-password': 'このアカウントのパスワードではありません。',
    'not-signed-in': 'ログアウトしています。',
    'slow-down': '一度に多すぎます。少し待ってから、もう一度お試しください。',
    'too-many-requests':
      'お使いのアドレスからの要求が一度に多すぎます。1分待ってから、もう一度お試しください。',
    'session-not-found': 'その端末はすでにログアウトしています。',
    unreachable: 'サーバーにつながりません。接続を確認して、もう一度お試しください。',
    busy: 'サーバーが混み合っています。少し後でもう一度お試しください。',
  },
  fieldRefused: 'これは使えません。変更して、もう一度お試しください。',
  refused: 'うまくいきませんでした。もう一度お試しください。',
  incident: '運営者の方へ：',
  tooManyAttempts: (seconds: number) =>
    `間違いが多すぎます。${formatDuration(Math.max(1, seconds))}間は、正しいものも含めてすべて拒否されます。`,
}
