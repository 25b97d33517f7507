import type { receiptTexts as English } from '../en/receipt.ts'
import { formatNumber } from '../index.ts'

const by = {
  host: 'ホストが終了しました',
  anyone: 'ルームにいた人が終了しました',
  time: '時間切れで終了しました',
  schedule: '予定どおり終了しました',
}

/** The texts of the receipt that somebody sees after the end of a room, in Japanese. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null ? `${by[who]}、${time}` : `${by[who]}、${time}、メッセージ${formatNumber(count)}件`,
  fingerprint: 'フィンガープリント',
  same: '同じメッセージを同じ順序で見た人は、全員同じになります。どこにも保存されず、このページとともに消えます。',
}
