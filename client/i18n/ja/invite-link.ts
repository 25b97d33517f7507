import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in Japanese. */
export const inviteLinkTexts: typeof English = {
  title: 'リンクが途中で切れています',
  text: '#より後ろの部分が、欠けているか壊れています。これは鍵で、ないとサーバーも含めて誰も会話を読めません。リンク全体をもらうか、下に貼り付けてください。',
  label: 'リンク全体',
  hint: 'https://から最後の文字まで。',
  open: 'ルームを開く',
  notWhole: '#より後ろの鍵が、欠けているか途中で切れています。最後の文字まで、もう一度コピーしてください。',
  noRoom:
    'このリンクのルームはありません。燃え尽きたか、リンクが壊れています。新しいリンクをもらってください。',
  unreachable: 'ルームにつながりません。接続を確認し、少し待ってから、もう一度お試しください。',
  noLink: 'ルームへのリンクが含まれていません。リンク全体を貼り付けてください。',
}
