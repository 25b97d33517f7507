import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

/** An instant in the reader's time zone with the zone's name, such as `Fr., 4. Dez., 14:00 MEZ`. */
const when = makeDateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  // The people who come and those who invited them may live in different zones.
  timeZoneName: 'short',
})

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `Die Moderation kann bis ${when(until)} lesen, was hier gesagt wird, und wer diese Website betreibt, auch.`
    : `Die Moderation kann bis ${when(until)} lesen, was hier gesagt wird.`

/** The texts about a room that keeps what is said for its facilitator, in German. */
export const retentionTexts: typeof English = {
  kept: (retention: Retention) => readers(retention),
  beforeJoining: (retention: Retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Dann schließt der Raum, und alles wird gelöscht.'
        : `So lange nach dem Schließen: ${formatDuration(retention.after)}. Schließt der Raum zu einer anderen Zeit, ändert sich auch das.`
    }`,
  afterClosing: ({ until, isReadable }: Pick<Retention, 'until' | 'isReadable'>) =>
    isReadable
      ? `Niemand kann mehr darin schreiben. Die Moderation kann bis ${when(until)} lesen, was gesagt wurde, und wer diese Website betreibt, auch. Danach wird es gelöscht.`
      : `Niemand kann mehr darin schreiben. Die Moderation kann bis ${when(until)} lesen, was gesagt wurde. Danach wird es gelöscht.`,
  changed: ({ until, isReadable }: Retention) =>
    isReadable
      ? `Die Moderation kann jetzt bis ${when(until)} lesen, was hier gesagt wird, und wer diese Website betreibt, auch.`
      : `Die Moderation kann jetzt bis ${when(until)} lesen, was hier gesagt wird.`,
  unkept: (closesAt: number) =>
    `Was hier gesagt wird, wird jetzt gelöscht, wenn der Raum schließt: ${when(closesAt)}.`,
}
