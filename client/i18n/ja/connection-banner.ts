import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatNumber } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in Japanese. */
export const connectionBannerTexts: typeof English = {
  resting: '同時に開いている場所が多すぎます。このページは、使うまで待機しています。',
  resume: 'ここで続ける',
  broken: (online: boolean, waiting: number, wasOpen: boolean) => {
    const state = online ? (wasOpen ? '再接続しています…' : '接続しています…') : roomTexts.offline
    return waiting === 0 ? state : `${state}メッセージ${formatNumber(waiting)}件が送信待ちです。`
  },
}
