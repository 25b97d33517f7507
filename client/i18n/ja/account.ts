import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import type { accountTexts as English } from '../en/account.ts'
import { formatNumber } from '../index.ts'

/** The texts of signing up, logging in and the page of the account, in Japanese. */
export const accountTexts: typeof English = {
  email: 'メールアドレス',
  password: 'パスワード',
  emailError: 'ada@example.comのようなメールアドレスを入力してください。',
  newPasswordHint: `${ACCOUNT_PASSWORD.min}文字以上。単語をいくつか並べると、よいパスワードになります。`,
  newPasswordError: `${ACCOUNT_PASSWORD.min}〜${ACCOUNT_PASSWORD.max}文字で入力してください。`,
  newPasswordTooCommon:
    'このパスワードは推測されやすいものです。よく使われているか、メールアドレスの一部です。単語をいくつか並べるなど、別のものにしてください。',
  nav: 'あなたのページ',
  rooms: 'ルーム',
  account: 'アカウント',
  logOut: 'ログアウト',
  cookiesBlocked:
    'このブラウザーはここでCookieを保存しません。ログインを続けるにはCookieが必要です。アドレスの横の設定でこのサイトのCookieを許可してから、もう一度お試しください。',

  signUp: {
    page: '登録 · private-chat',
    title: 'グループのためのルーム',
    text: 'アカウントがあると、ルームを前もって予約し、誰がいるかを見て、会話を好きな期間だけ残せます。メールが送られることはありません。',
    button: '登録する',
    other: 'アカウントをお持ちですか？',
    linkLabel: 'ログイン',
  },
  logIn: {
    page: 'ログイン · private-chat',
    title: 'おかえりなさい',
    text: 'ログインすると、予約したルームが見られます。',
    button: 'ログイン',
    other: 'アカウントがまだありませんか？',
    linkLabel: '登録する',
    forgotten: 'パスワードを忘れましたか？',
    recover: '回復コードを使う',
  },
  recover: {
    page: 'アカウントの回復 · private-chat',
    title: '新しいパスワードを設定',
    text: `最新の回復コードは、それぞれ1回だけ使えます。使うと、ほかのすべての端末からログアウトし、新しいコードが${RECOVERY_CODES.count}個できます。`,
    code: '回復コード',
    codeHint: '例：k3v9-02mq-8xhd-p7tz。1回だけ使えます。',
    newPassword: '新しいパスワード',
    button: 'パスワードを設定してログイン',
    wrong: 'メールアドレスとコードが一致しないか、コードがすでに使われています。',
    other: 'パスワードを思い出しましたか？',
    linkLabel: 'ログイン',
  },
  codes: {
    page: '回復コード · private-chat',
    title: 'コードを保管してください',
    text: 'パスワードを忘れたときは、このコードのどれかで1回ログインできます。表示されるのは今だけで、ほかに戻る方法はありません。',
    list: '回復コード',
    copy: 'すべてコピー',
    copied: '回復コードをコピーしました',
    save: 'ファイルに保存',
    file: 'private-chat-recovery-codes',
    fileHead: (host: string) => `${host}の回復コード（それぞれ1回だけ使えます）：\n\n`,
    kept: '保管しました',
  },
  settings: {
    page: 'アカウント · private-chat',
    title: 'アカウント',
    loading: 'アカウントを読み込んでいます…',
    about: (email: string, day: string) => `${email}、${day}から`,
    again: 'もう一度試す',
    password: {
      title: 'パスワード',
      text: '変更すると、ルームも含めて、ほかのすべての端末からログアウトします。新しい回復コードができ、古いものは使えなくなります。',
      current: '今のパスワード',
      next: '新しいパスワード',
      button: 'パスワードを変更',
      done: 'パスワードを変更し、ほかのすべての端末からログアウトしました。新しい回復コードを保管してください。',
    },
    sessions: {
      title: 'ログイン中の端末',
      list: '端末',
      device: (browser, system) => (system === null ? browser : `${browser}（${system}）`),
      unknownBrowser: '不明なブラウザー',
      here: 'この端末',
      seen: (when: string) => `最終使用：${when}`,
      end: 'ログアウトさせる',
      endNamed: (device: string) => `${device}をログアウトさせる`,
      ended: (device: string) => `${device}をログアウトさせました。`,
      endOthers: 'ほかのすべての端末からログアウト',
      endedOthers: 'ほかのすべての端末からログアウトしました。',
      alone: 'ほかの端末ではログインしていません。',
    },
    codes: {
      title: '回復コード',
      left: (count: number) =>
        count === 0
          ? '残りのコードはありません。コードがないと、忘れたパスワードを設定し直せません。'
          : `残り${formatNumber(count)}個です。`,
      make: '新しいコードを作る',
      askTitle: `新しいコードを${RECOVERY_CODES.count}個作りますか？`,
      askText: '古いコードはすぐに使えなくなります。',
      yes: '新しいコードを作る',
    },
    everything: {
      title: 'あなたのデータ',
      text: 'アカウント、ルーム、その中のすべてのメッセージを、1つのJSONファイルにまとめます。暗号化されたルームのメッセージは、暗号化されたままです。',
      download: 'すべてダウンロード',
    },
    remove: {
      title: 'アカウントを削除',
      text: 'すべてのルーム、すべてのメッセージ、アカウントそのものを削除します。',
      button: 'すべて削除…',
      askTitle: 'すべて削除しますか？',
      askText:
        '開いているものも含めてすべてのルームを終了し、すべてのメッセージ、回復コード、アカウントを削除します。元に戻せません。',
      yes: 'すべて削除する',
    },
  },
}
