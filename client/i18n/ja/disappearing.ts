import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatDuration, formatNumber, type Parts } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'もうありません。時間切れです。',
  'not-allowed': '読める人数に達しました。',
  'slow-down': '一度に多すぎます。少し待ってから、もう一度お試しください。',
  unreachable: 'ルームにつながりません。もう一度お試しください。',
}

/** The texts of messages that disappear and of those that are read once, in Japanese. */
export const disappearingTexts: typeof English = {
  after: '消えるまでの時間',
  never: '消さない',
  once: '1回だけ表示',
  notOnce: 'しない',
  staysHint: '入力欄の上で取り消すまで、送信するすべてのメッセージに適用されます。',
  onceHint:
    '次のメッセージだけに適用されます。開くまで隠れていて、開くとこの時間の後に消えます。1時間以内に、全員から消えます。',
  honest: '読んだ人はコピーできます。',
  tooMany: (most: number) => `1回だけ表示できるのは、${formatNumber(most)}人までのルームです。`,
  noFiles: 'ファイルは1回だけ表示にできません。先に、入力欄の横のファイルを送信するか外してください。',
  filesOnce: 'ファイルは1回だけ表示にできません。先に「1回だけ表示」を取り消してください。',
  choose: '設定する',
  cancel: 'キャンセル',
  duration: formatDuration,
  chosen: {
    expires: (seconds: number) => `${formatDuration(seconds)}後に消えます`,
    burn: (seconds: number) => `1回だけ、${formatDuration(seconds)}表示`,
  },
  remove: { expires: '消さないようにする', burn: '1回だけ表示をやめる' },
  sentOnce: <T>(person: T): Parts<T> => [person, 'さんが、1回だけ表示されるメッセージを送りました。'],
  wasRead: <T>(person: T): Parts<T> => [
    person,
    'さんが送ったメッセージは、あなたが読み終えたため、ここから消えました。',
  ],
  shownFor: (seconds: number) => `開くと、${formatDuration(seconds)}だけ表示されます。`,
  reveal: '開く',
  sayFailure: (code: string) => FAILURES[code] ?? 'うまくいきませんでした。もう一度お試しください。',
  goneIn: (seconds: number) => `あと${formatRoughDuration(seconds)}で消えます`,
  readBy: (read: number, of: number) =>
    of === 0
      ? '1回だけ表示。ほかに誰もいませんでした。'
      : `1回だけ表示：${formatNumber(of)}人中${formatNumber(read)}人が読みました。`,
  disappearsIn: (seconds: number) => `${formatRoughDuration(seconds)}後に消えます`,
}
