import type { voiceTexts as English } from '../en/voice.ts'

/** The texts about voice messages, in Japanese. */
export const voiceTexts: typeof English = {
  fileName: 'ボイスメッセージ',
  recording: '録音中',
  started: (most: string) => `録音中です。最長${most}。Escapeで取り消します。`,
  most: (most: string) => `/ ${most}`,
  stop: '停止',
  cancel: 'キャンセル',
  canceled: '何も録音されませんでした。',
  recorded: (length: string) => `録音しました（${length}）。メッセージと一緒に送信されます。`,
  full: (most: string) => `最長の${most}になったため停止しました。録音は残っています。`,
  tooShort: '短すぎました。話す間ボタンを押し続けるか、ボタンを押して話し、停止してください。',
  refusals: {
    NotAllowedError:
      'ここではマイクが許可されていません。ブラウザーの設定でこのページに許可してから、もう一度録音してください。',
    NotFoundError: 'マイクが見つかりません。接続してから、もう一度録音してください。',
    NotReadableError:
      'マイクを今使えません。ほかのプログラムが使っている可能性があります。それを閉じてから、もう一度録音してください。',
  },
  failed: 'ここでは録音できませんでした。マイクを確認してから、もう一度録音してください。',
  own: 'あなたのボイスメッセージ',
  from: (name: string) => `${name}さんのボイスメッセージ`,
  play: (length: string) => `再生（${length}）`,
  pause: '一時停止',
  position: '再生位置',
  at: (at: string, length: string) => `${length}中${at}`,
  unplayed: 'ここでは再生できませんが、送信はできます。',
  noRecording: 'ボイスメッセージとされていますが、ここでは再生できません。保存はできます。',
}
