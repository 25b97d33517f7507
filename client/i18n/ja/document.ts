import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in Japanese. */
export const documentTexts: typeof English = {
  description:
    'ひとりでに燃え尽きるチャットルーム。アカウントは不要。ルームを開き、リンクを共有して、話すだけ。',
  unloaded:
    'このページは、読み込めなかったか、途中で変更されました。接続を確認して、再読み込みしてください。',
  noScript:
    'private-chatは、ルームを開いてメッセージを表示するためにJavaScriptを使います。このサイトで有効にして、再読み込みしてください。',
}
