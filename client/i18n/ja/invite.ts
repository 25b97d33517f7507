import type { inviteTexts as English } from '../en/invite.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ weekday: 'short', hour: 'numeric', minute: '2-digit' })

/** The texts of a room in which nobody else is yet, in Japanese. */
export const inviteTexts: typeof English = {
  aloneText: (capacity: number | null) =>
    capacity === 2
      ? 'このリンクを、話したい相手に送ってください。あと1人が入室できます。'
      : 'このリンクを、話したい人たちに送ってください。',
  aloneFull: 'このルームの席はすべて埋まっています。席があって離れている人は、このリンクで戻れます。',
  early: 'あなたが最初です。ほかの人も同じリンクを使います。',
  alonePassword: 'パスワードも必要です。',
  waits: (until: number) => `2人目が来ると、導火線に火がつきます。ルームは${formatTime(until)}まで待ちます。`,
  fixed: '時間になると、ルームは終わります。',
  sliding: (lifetime: number) => `最後のメッセージから${formatDuration(lifetime)}で、ルームは燃え尽きます。`,
}
