import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Who can read it besides those in the room. */
const sayReaders = (isReadable: boolean) => (isReadable ? '進行役とこのサイトの運営者' : '進行役')

/** The texts about a room that keeps what is said for its facilitator, in Japanese. */
export const retentionTexts: typeof English = {
  kept: ({ until, isReadable }: Retention) =>
    `${sayReaders(isReadable)}は、ここでの会話を${formatKeptUntil(until)}まで読むことができます。`,
  beforeJoining: (retention: Retention) =>
    `${retentionTexts.kept(retention)}${
      retention.after === 0
        ? 'その時刻にルームは終了し、すべて削除されます。'
        : `これはルームの終了から${formatDuration(retention.after)}後です。終了時刻が変わると、これも変わります。`
    }`,
  afterClosing: ({ until, isReadable }: Pick<Retention, 'until' | 'isReadable'>) =>
    `もう誰も書き込めません。${sayReaders(isReadable)}は、会話を${formatKeptUntil(until)}まで読むことができます。その後、削除されます。`,
  changed: ({ until, isReadable }: Retention) =>
    `変更：${sayReaders(isReadable)}は、ここでの会話を${formatKeptUntil(until)}まで読むことができます。`,
  unkept: (closesAt: number) =>
    `変更：ここでの会話は、ルームが終了する${formatKeptUntil(closesAt)}に削除されます。`,
}
