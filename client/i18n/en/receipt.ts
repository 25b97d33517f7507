import { formatNumber, pickPlural } from '../index.ts'

const by = {
  host: 'Ended by a host',
  anyone: 'Ended by somebody in it',
  time: 'Its time ran out',
  schedule: 'It closed as planned',
}

/** The texts of the receipt that somebody sees after the end of a room, in English. */
export const receiptTexts = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who: keyof typeof by, time: string, count: number | null): string =>
    count === null
      ? `${by[who]}, ${time}.`
      : `${by[who]}, ${time}, ${pickPlural(count, {
          one: 'one message',
          other: `${formatNumber(count)} messages`,
        })}.`,
  fingerprint: 'Fingerprint',
  same: 'The same for everyone who saw the same messages in the same order. It is kept nowhere, and goes with this page.',
}
