import type { Retention } from '../../room/retention.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

/** An instant in the reader's time zone with the zone's name, such as `Fri 4 Dec, 14:00 CET`. */
const when = makeDateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  // The people who come and those who invited them may live in different zones.
  timeZoneName: 'short',
})

/** Who can read it besides those in the room, and until when. @param now tells that it was another time before */
const readers = ({ until, isReadable }: Retention, now = '') =>
  `The facilitator can ${now}read what is said here until ${when(until)}${
    isReadable ? ', and so can whoever runs this site' : ''
  }.`

/** What is said of a room whose words are kept for its facilitator, in English: at the door, over the composer, in the log. */
export const retentionTexts = {
  /** In one sentence: who can read it, and until when. */
  kept: (retention: Retention) => readers(retention),
  /** At the door, before anything is said: the same, and what that time depends on. */
  atDoor: (retention: Retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Then the room closes, and all of it is deleted.'
        : `That is ${formatDuration(retention.after)} after the room closes; if it closes at another time, this changes too.`
    }`,
  /** In the log, when it is another time than it was. */
  changed: (retention: Retention) => readers(retention, 'now '),
  /** The same where nothing is kept any more. */
  unkept: (closesAt: number) =>
    `What is said here is now deleted when the room closes, at ${when(closesAt)}.`,
}
