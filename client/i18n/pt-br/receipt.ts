import type { receiptTexts as English } from '../en/receipt.ts'
import { formatNumber, pickPlural } from '../index.ts'

const by = {
  host: 'Encerrada por um anfitrião',
  anyone: 'Encerrada por alguém da sala',
  time: 'O tempo dela acabou',
  schedule: 'Encerrada como planejado',
}

/** Portuguese counts none like one. */
const sayMessages = (count: number) =>
  count === 0
    ? 'nenhuma mensagem'
    : pickPlural(count, { one: 'uma mensagem', other: `${formatNumber(count)} mensagens` })

/** The texts of the receipt that somebody sees after the end of a room, in Brazilian Portuguese. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null ? `${by[who]}, ${time}.` : `${by[who]}, ${time}, ${sayMessages(count)}.`,
  fingerprint: 'Impressão digital',
  same: 'É a mesma para quem viu as mesmas mensagens na mesma ordem. Não fica guardada em lugar nenhum e some com esta página.',
}
