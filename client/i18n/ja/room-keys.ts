import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in Japanese. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: '新しいリンク',
    title: '新しいリンクを作りますか？',
    text: '古いリンクでは、もう何も開けなくなります。ここにいる人はそのまま残ります。',
    password: '新しいリンクのパスワード（任意）',
    passwordHint: '入室には、リンクに加えてこれも必要です。リンクとは別の方法で伝えてください。',
    tooShort: (min: number) => `${min}文字以上で入力してください。`,
    confirmLabel: '新しいリンク',
    cancelLabel: '今のままにする',
    done: '新しいリンクができました。',
  },
  seat: {
    held: (seconds: number) =>
      `相手の席は、1分間離れていると空きます。あと${formatDuration(seconds)}お待ちください。待たないと、リンクを開いても満席と表示されます。`,
    free: '相手は1分以上離れています。新しいリンクを作ると、相手の席が空き、また入室できます。',
  },
  close: {
    label: 'リンクを無効にする',
    title: 'リンクを無効にしますか？',
    text: 'リンクではもう何も開けず、ほかの人は入れなくなります。ここにいる人はそのまま残ります。',
    confirmLabel: '無効にする',
    cancelLabel: '有効のままにする',
    done: 'リンクを無効にしました。',
  },
  reopen: {
    label: 'また開く',
    title: 'ルームをまた開きますか？',
    text: 'リンクは無効です。新しいリンクを作ると、また入室でき、これまでの会話もすべて見えます。',
    confirmLabel: '新しいリンク',
  },
  remove: {
    text: 'この人はすぐに退出し、これからの会話を読めません。これまでの発言は残ります。',
    link: 'リンクも変わります。この人が持つリンクでは、もう何も開けません。',
    password: 'リンクのパスワード',
    passwordHint: '新しいリンクでも同じです。',
    done: (alias: string) => `${alias}さんを退出させ、リンクを変えました。`,
  },
}
