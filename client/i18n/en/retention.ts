import type { Retention } from '../../room/retention.ts'

const FORMAT: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  // Who comes and who invited may live in different zones.
  timeZoneName: 'short',
}

/** An instant in the reader's zone and with its name, such as `Fri 4 Dec, 14:00 CET`. */
const when = (instant: number) => new Intl.DateTimeFormat('en-GB', FORMAT).format(instant)

/** Who can read it besides those in the room, and until when. @param now tells that it was another time before */
const readers = ({ until, isReadable }: Retention, now = '') =>
  `The facilitator can ${now}read what is said here until ${when(until)}${
    isReadable ? ', and so can whoever runs this site' : ''
  }.`

/** Seconds in days where there are whole ones. */
function period(seconds: number): string {
  const [count, unit] =
    seconds % 86_400 === 0
      ? [seconds / 86_400, 'day']
      : seconds % 3_600 === 0
        ? [seconds / 3_600, 'hour']
        : seconds % 60 === 0
          ? [seconds / 60, 'minute']
          : [seconds, 'second']
  return `${count.toLocaleString('en')} ${unit}${count === 1 ? '' : 's'}`
}

/** What is said of a room whose words are kept for its facilitator, in English: at the door, over the composer, in the log. */
export const retentionWords = {
  /** In one sentence: who can read it, and until when. */
  kept: (retention: Retention) => readers(retention),
  /** At the door, before anything is said: the same, and what that time depends on. */
  atDoor: (retention: Retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Then the room closes, and all of it is deleted.'
        : `That is ${period(retention.after)} after the room closes; if it closes at another time, this changes too.`
    }`,
  /** In the log, when it is another time than it was. */
  changed: (retention: Retention) => readers(retention, 'now '),
  /** The same where nothing is kept any more. */
  unkept: (closesAt: number) =>
    `What is said here is now deleted when the room closes, at ${when(closesAt)}.`,
}
