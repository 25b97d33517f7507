import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatNumber, joinSentences, pickPlural } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page’s connection to its room, in Arabic. */
export const connectionBannerTexts: typeof English = {
  resting: 'الغرفة مفتوحة في أماكن كثيرة: تنتظر هذه الصفحة حتى تستخدمها.',
  resume: 'المتابعة هنا',
  broken: (online, waiting, wasOpen) =>
    joinSentences([
      online ? (wasOpen ? 'جارٍ إعادة الاتصال…' : 'جارٍ الاتصال…') : roomTexts.offline,
      waiting > 0 &&
        pickPlural(waiting, {
          one: 'هناك رسالة واحدة تنتظر.',
          two: 'هناك رسالتان تنتظران.',
          few: `هناك ${formatNumber(waiting)} رسائل تنتظر.`,
          other: `هناك ${formatNumber(waiting)} رسالة تنتظر.`,
        }),
    ]),
}
