import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `Die Moderation kann bis ${formatKeptUntil(until)} lesen, was hier gesagt wird, und wer diese Website betreibt, auch.`
    : `Die Moderation kann bis ${formatKeptUntil(until)} lesen, was hier gesagt wird.`

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
      ? `Niemand kann mehr darin schreiben. Die Moderation kann bis ${formatKeptUntil(until)} lesen, was gesagt wurde, und wer diese Website betreibt, auch. Danach wird es gelöscht.`
      : `Niemand kann mehr darin schreiben. Die Moderation kann bis ${formatKeptUntil(until)} lesen, was gesagt wurde. Danach wird es gelöscht.`,
  changed: ({ until, isReadable }: Retention) =>
    isReadable
      ? `Die Moderation kann jetzt bis ${formatKeptUntil(until)} lesen, was hier gesagt wird, und wer diese Website betreibt, auch.`
      : `Die Moderation kann jetzt bis ${formatKeptUntil(until)} lesen, was hier gesagt wird.`,
  unkept: (closesAt: number) =>
    `Was hier gesagt wird, wird jetzt gelöscht, wenn der Raum schließt: ${formatKeptUntil(closesAt)}.`,
}
