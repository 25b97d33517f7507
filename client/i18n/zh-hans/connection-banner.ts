import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatNumber } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in simplified Chinese. */
export const connectionBannerTexts: typeof English = {
  resting: '同时打开的地方太多：此页面会等到你使用它。',
  resume: '在此继续',
  broken: (online, waiting, wasOpen) =>
    `${online ? (wasOpen ? '正在重新连接…' : '正在连接…') : roomTexts.offline}${
      waiting === 0 ? '' : `${formatNumber(waiting)} 条消息待发送。`
    }`,
}
