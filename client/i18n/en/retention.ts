import type { Retention } from '../../room/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. @param now says that it was another time before */
const readers = ({ until, isReadable }: Retention, now = '') =>
  `The facilitator can ${now}read what is said here until ${formatKeptUntil(until)}${
    isReadable ? ', and so can whoever runs this site' : ''
  }.`

/** The texts about a room that keeps what is said for its facilitator, in English. */
export const retentionTexts = {
  /** Above the message box: who can read what is said, and until when. */
  kept: (retention: Retention) => readers(retention),
  /** Before somebody joins: the same, and what that time depends on. */
  beforeJoining: (retention: Retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Then the room closes, and all of it is deleted.'
        : `That is ${formatDuration(retention.after)} after the room closes; if it closes at another time, this changes too.`
    }`,
  /** After the room has closed: the same. */
  afterClosing: ({ until, isReadable }: Pick<Retention, 'until' | 'isReadable'>) =>
    `Nobody can write in it any more. Its facilitator can read what was said until ${formatKeptUntil(until)}${
      isReadable ? ', and so can whoever runs this site' : ''
    }. Then it is deleted.`,
  /** Among the messages: that time has changed. */
  changed: (retention: Retention) => readers(retention, 'now '),
  /** Among the messages: nothing is kept any more. */
  unkept: (closesAt: number) =>
    `What is said here is now deleted when the room closes, at ${formatKeptUntil(closesAt)}.`,
}
