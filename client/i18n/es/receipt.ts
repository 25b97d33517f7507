import type { receiptTexts as English } from '../en/receipt.ts'
import { formatNumber, pickPlural } from '../index.ts'

const by = {
  host: 'La cerró un anfitrión',
  anyone: 'La cerró alguien de la sala',
  time: 'Se acabó su tiempo',
  schedule: 'Se cerró según lo previsto',
}

/** The texts of the receipt that somebody sees after the end of a room, in Spanish. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null
      ? `${by[who]}, ${time}`
      : `${by[who]}, ${time}, ${pickPlural(count, { one: 'un mensaje', other: `${formatNumber(count)} mensajes` })}.`,
  fingerprint: 'Huella',
  same: 'Es la misma para quienes vieron los mismos mensajes en el mismo orden. No se guarda en ningún lugar y desaparece con esta página.',
}
