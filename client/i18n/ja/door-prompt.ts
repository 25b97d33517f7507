import type { doorPromptTexts as English } from '../en/door-prompt.ts'

/** The texts for somebody who waits at a door, in Japanese. */
export const doorPromptTexts: typeof English = {
  title: 'ドアの前にいます',
  text: 'ホストがドアを開けます。このページを開いたままお待ちください。開くと自動で入室します。',
  byItself: 'ホストが来ると、そのページがあなたを自動で中に入れます。このページを開いたままお待ちください。',
  nobody: '今、ルームには誰もいません。ホストが来れば、あなたがここにいるのが見えます。',
  offline: 'オフラインです。接続が戻ると、引き続き待ちます。',
  stop: '待つのをやめる',
}
