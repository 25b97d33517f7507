import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatDuration, formatNumber, type Parts } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** Who did something. */
const who = <T>(by: T | null): Parts<T> => (by === null ? ['あなたが'] : [by, 'さんが'])

/** The texts of the lines among the messages, in Japanese. A person who is `null` is the reader. Lists of people go without さん. */
export const logNoticesTexts: typeof English = {
  others: (count: number) => `ほか${formatNumber(count)}人`,
  came: <T>(people: T, _count: number): Parts<T> => [people, 'が入室しました。'],
  left: <T>(people: T, _count: number): Parts<T> => [people, 'が退出しました。'],
  letIn: <T>(by: T | null, people: T): Parts<T> => [...who(by), people, 'を中に入れました。'],
  removed: <T>(by: T | null, people: T): Parts<T> => [...who(by), people, 'を退出させました。'],
  madeHost: <T>(by: T | null, person: T | null): Parts<T> =>
    person === null
      ? [...who(by), 'あなたをホストにしました。']
      : [...who(by), person, 'さんをホストにしました。'],
  tookRole: <T>(by: T | null, person: T | null): Parts<T> =>
    person === null
      ? [...who(by), 'あなたをホストから外しました。']
      : [...who(by), person, 'さんをホストから外しました。'],
  isHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['あなたがホストになりました。'] : [person, 'さんがホストになりました。'],
  isNoHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['あなたはホストではなくなりました。'] : [person, 'さんはホストではなくなりました。'],
  started: (endsAt: number) => `導火線に火がつきました。ルームは${formatTimeOfDay(endsAt)}に終わります。`,
  end: (endsAt: number) => `終わりの時刻が${formatTimeOfDay(endsAt)}になりました。`,
  settings: {
    locked: { on: 'ドアがロックされました。もう誰も入れません。', off: 'ドアのロックが解除されました。' },
    files: { on: 'ここでファイルと画像を送信できます。', off: 'ホストがファイルをオフにしました。' },
    quiet: { on: '発言できるのはホストだけになりました。', off: 'また全員が発言できます。' },
    door: {
      knock: 'これから来る人は、ノックして、ホストが中に入れるのを待ちます。',
      open: 'リンクを知っている人は、ノックなしで入室できるようになりました。',
    },
    slow: (seconds: number) =>
      seconds === 0
        ? 'また自由な間隔で書き込めます。'
        : `書き込めるのは${formatDuration(seconds)}に1回になりました。`,
    pinned: 'ホストがメッセージをピン留めしました。いちばん上に表示されます。',
    unpinned: 'ピン留めされたメッセージはなくなりました。',
  },
  muted: <T>(by: T | null, person: T | null, until: number | null): Parts<T> => [
    ...who(by),
    ...(person === null ? ['あなた'] : [person, 'さん']),
    until === null ? 'を解除までミュートしました。' : `を${formatTimeOfDay(until)}までミュートしました。`,
  ],
  unmuted: <T>(by: T | null, person: T | null): Parts<T> => [
    ...who(by),
    ...(person === null ? ['あなた'] : [person, 'さん']),
    'のミュートを解除しました。',
  ],
  renamed: <T>(from: T, to: T): Parts<T> => [from, 'さんの新しい名前：', to],
  rotated: {
    newLink: <T>(by: T | null): Parts<T> => [
      ...who(by),
      'このルームの鍵を変えました。リンクも変わりました。',
    ],
    sameLink: <T>(by: T | null): Parts<T> => [
      ...who(by),
      'このルームの鍵を変えました。リンクはそのままです。',
    ],
    noLink: <T>(by: T | null): Parts<T> => [...who(by), 'このルームの鍵を変えました。リンクは無効です。'],
  },
  notGiven: <T>(people: T): Parts<T> => [
    '新しい鍵が渡っていない人：',
    people,
    '。これからの会話を読めません。新しいリンクがあれば戻れます。',
  ],
  linkClosed: 'リンクは無効です。もう何も開けません。',
  otherKeys: <T>(by: T): Parts<T> => [
    'このページは、',
    by,
    'さんからの鍵を受け取りませんでした。確認できる鍵ではありません。続ける前に、安全ワードを比べてください。',
  ],
}
