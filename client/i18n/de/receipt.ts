import type { receiptTexts as English } from '../en/receipt.ts'
import { formatNumber, pickPlural } from '../index.ts'

const by = {
  host: 'Von einem Host beendet',
  anyone: 'Von jemandem im Raum beendet',
  time: 'Die Zeit war abgelaufen',
  schedule: 'Wie geplant geschlossen',
}

/** The texts of the receipt that somebody sees after the end of a room, in German. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null
      ? `${by[who]}, ${time}.`
      : `${by[who]}, ${time}, ${pickPlural(count, { one: 'eine Nachricht', other: `${formatNumber(count)} Nachrichten` })}.`,
  fingerprint: 'Fingerabdruck',
  same: 'Derselbe für alle, die dieselben Nachrichten in derselben Reihenfolge gesehen haben. Er wird nirgends gespeichert und verschwindet mit dieser Seite.',
}
