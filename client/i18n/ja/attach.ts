import type { attachTexts as English } from '../en/attach.ts'

/** The names of the buttons that put files beside the message box, in Japanese. */
export const attachTexts: typeof English = {
  attach: 'ファイルを添付',
  record: 'ボイスメッセージを録音',
}
