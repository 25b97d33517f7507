import { countMessages } from '../arabic-counts.ts'
import type { receiptTexts as English } from '../en/receipt.ts'

const by = {
  host: 'أنهاها المضيف',
  anyone: 'أنهاها أحد من فيها',
  time: 'انتهى وقتها',
  schedule: 'أُغلقت في موعدها',
}

/** The texts of the receipt that somebody sees after the end of a room, in Arabic. */
export const receiptTexts: typeof English = {
  /** @param who what ended it @param time of day @param count messages that were said; null where that is not known */
  ended: (who, time, count) =>
    count === null ? `${by[who]}، ${time}.` : `${by[who]}، ${time}، ${countMessages(count)}.`,
  fingerprint: 'البصمة',
  same: 'هي نفسها لكل من رأوا الرسائل نفسها بالترتيب نفسه. لا تُحفظ في أي مكان وتزول مع هذه الصفحة.',
}
