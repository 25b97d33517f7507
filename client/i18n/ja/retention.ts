import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

/** An instant in the reader's time zone with the zone's name, such as `12月4日(金) 14:00 JST`. */
const when = makeDateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  // The people who come and those who invited them may live in different zones.
  timeZoneName: 'short',
})

/** Who can read it besides those in the room. */
const sayReaders = (isReadable: boolean) => (isReadable ? '進行役とこのサイトの運営者' : '進行役')

/** The texts about a room that keeps what is said for its facilitator, in Japanese. */
export const retentionTexts: typeof English = {
  kept: ({ until, isReadable }: Retention) =>
    `${sayReaders(isReadable)}は、ここでの会話を${when(until)}まで読むことができます。`,
  beforeJoining: (retention: Retention) =>
    `${retentionTexts.kept(retention)}${
      retention.after === 0
        ? 'その時刻にルームは終了し、すべて削除されます。'
        : `これはルームの終了から${formatDuration(retention.after)}後です。終了時刻が変わると、これも変わります。`
    }`,
  afterClosing: ({ until, isReadable }: Pick<Retention, 'until' | 'isReadable'>) =>
    `もう誰も書き込めません。${sayReaders(isReadable)}は、会話を${when(until)}まで読むことができます。その後、削除されます。`,
  changed: ({ until, isReadable }: Retention) =>
    `変更：${sayReaders(isReadable)}は、ここでの会話を${when(until)}まで読むことができます。`,
  unkept: (closesAt: number) => `変更：ここでの会話は、ルームが終了する${when(closesAt)}に削除されます。`,
}
