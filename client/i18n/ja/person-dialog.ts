import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatNumber, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in Japanese. */
export const personDialogTexts: typeof English = {
  role: {
    host: 'このルームのホストです。',
    facilitator: 'このルームの進行役です。',
    participant: '',
  },
  muted: (until: number | null) =>
    until === null ? 'ホストが解除するまでミュート中です。' : `${formatTime(until)}までミュート中です。`,
  ignore: '無視する',
  ignoreHint: 'この人の発言は、この端末でだけ折りたたまれます。本人には知らされません。',
  stopIgnoring: '無視をやめる',
  ignored: (alias: string) => `${alias}さんを無視しています。`,
  notIgnored: (alias: string) => `${alias}さんの無視をやめました。`,
  actions: {
    'make-host': 'ホストにする',
    'take-role': 'ホストから外す',
    mute: 'ミュート',
    unmute: 'ミュートを解除',
    'lower-hand': '手を下ろす',
    remove: '退出させる',
  },
  muteFor: 'どのくらいミュートしますか？',
  minutes: (minutes: number) => `${formatNumber(minutes)}分`,
  untilTold: '解除するまで',
  back: '戻る',
  close: '閉じる',
  done: {
    'make-host': (alias: string) => `${alias}さんがホストになりました。`,
    'take-role': (alias: string) => `${alias}さんはホストではなくなりました。`,
    mute: (alias: string) => `${alias}さんをミュートしました。`,
    unmute: (alias: string) => `${alias}さんはまた発言できます。`,
    'lower-hand': (alias: string) => `${alias}さんの手を下ろしました。`,
  },
  refusals: {
    'not-allowed': 'これはホストだけができます。',
    'last-host': 'ルームにはホストが必要です。先に、ほかの人をホストにしてください。',
    'participant-not-found': 'この人は退出しました。',
    'not-signed-in':
      'ログアウトしています。これを閉じて、もう一度ログインしてください。ボタンは入力欄の上にあります。',
  },
}
