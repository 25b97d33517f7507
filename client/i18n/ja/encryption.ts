import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { encryptionTexts as English } from '../en/encryption.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in Japanese. Each is one sentence, and true by itself. */
export const encryptionTexts: typeof English = {
  sealed:
    'サーバーは、ここでの会話もあなたたちの名前も読めません。それぞれがいつ、どれだけ書いたかは見えます。',
  link: 'リンクを知っている人は、入室して、これまでの会話を読むことができます。',
  linkAndPassword:
    'リンクとパスワードを知っている人は、入室して、これまでの会話を読むことができます。短いパスワードは、リンクとサーバーに保存されたものを持つ人に推測されるおそれがあります。',
  knock: 'リンクを知っている人はドアの前に来て、ホストが中に入れると、これまでの会話を開く鍵を受け取ります。',
  fromJoin:
    'リンクを知っている人はドアの前に来て、中に入ると新しい鍵を受け取ります。その鍵では、サーバーに何が保存されていても、それより前の会話は開けません。',
  fromJoinLarge:
    'リンクを知っている人はドアの前に来ます。入室前の会話を見せないのはサーバーだけです。席がこれほど多いと、鍵は変わりません。',
  closed: 'リンクは無効です。もう何も開けません。',
  closedForTwo:
    'リンクは無効です。もう何も開けません。どちらかがブラウザーのデータを失ったときは、メニューの「新しいリンク」でまた入室できます。',
  removal: '退出させられた人は、鍵が変わった後の会話を読めません。',
  removalDue:
    '退出させられた人がいます。ホストのページが鍵を変えるまでは、その人もまだ会話を読むことができます。',
  large: `席が${formatNumber(ROTATION_SEATS_MAX)}を超えて埋まっていると、退出させたときに変わるのはリンクだけで、鍵は変わりません。古いリンクでは誰も入れませんが、退出した人はそれまで読めたものを持ち続けます。`,
  largeDue: '退出させられた人がいます。ホストのページがリンクを変えるまでは、その人もリンクで入室できます。',
  forgets: 'このブラウザーは鍵を保存できません。再読み込みすると、リンクから別の席に入り直すことになります。',
  forgetsAtDoor:
    'このブラウザーは鍵を保存できません。再読み込みすると、もう一度中に入れてもらう必要があり、ルームを作った人は戻れなくなります。',
  forgetsAll: 'このブラウザーは鍵を保存できません。再読み込みすると、新しいリンクがないと戻れません。',
}
