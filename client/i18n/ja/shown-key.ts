import type { shownKeyTexts as English } from '../en/shown-key.ts'

/** The texts about the key in an invite link that was opened, in Japanese. */
export const shownKeyTexts: typeof English = {
  title: 'サーバーにこのルームの鍵が見えました',
  text: '送った人とあなたの間の何かが、リンクの#を%23に置き換えたため、ブラウザーがアドレスと一緒に鍵を送りました。このサーバーの運営者は、ここでの会話を読めるおそれがあります。',
  advice:
    'それでは困るときは、ここで秘密を話さないでください。新しいルームを作り、そのリンクをQRコードなど別の方法で送ってください。',
  renew:
    'または、誰がいるかを確かめてから、新しいリンクを作ってください。古いリンクしか知らない人は、その後の会話を読めません。',
  newLink: '新しいリンク',
  stay: 'このルームにとどまる',
  newRoom: '新しいルームを作る',
  wrong:
    'このリンクの鍵は壊れています。あなたが書いたものはここの誰にも読めず、あなたもほかの人のものを読めません。リンク全体を開いてください。',
}
