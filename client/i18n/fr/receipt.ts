import type { receiptTexts as English } from '../en/receipt.ts'
import { formatNumber, pickPlural } from '../index.ts'

const by = {
  host: 'Terminé par un hôte',
  anyone: 'Terminé par une personne du salon',
  time: 'Son temps était écoulé',
  schedule: 'Fermé comme prévu',
}

/** The texts of the receipt that somebody sees after the end of a room, in French. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null
      ? `${by[who]}, ${time}.`
      : `${by[who]}, ${time}, ${pickPlural(count, { one: `${formatNumber(count)} message`, other: `${formatNumber(count)} messages` })}.`,
  fingerprint: 'Empreinte',
  same: 'La même pour toutes les personnes qui ont vu les mêmes messages dans le même ordre. Elle n’est conservée nulle part et disparaît avec cette page.',
}
