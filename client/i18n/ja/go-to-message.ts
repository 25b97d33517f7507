import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in Japanese. */
export const goToMessageTexts: typeof English = {
  loading: 'そこまでのメッセージを読み込んでいます…',
  gone: 'そのメッセージは、あなたが来る前のものか、もうありません。',
  failed: 'そのメッセージを読み込めませんでした。接続を確認して、もう一度お試しください。',
}
