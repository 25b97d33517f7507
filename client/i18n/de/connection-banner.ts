import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatCount } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in German. */
export const connectionBannerTexts: typeof English = {
  resting: 'An zu vielen Stellen zugleich offen: Diese Seite wartet, bis du sie benutzt.',
  resume: 'Hier weitermachen',
  broken: (online: boolean, waiting: number, wasOpen: boolean) => {
    const state = online ? (wasOpen ? 'Wird neu verbunden …' : 'Wird verbunden …') : roomTexts.offline
    if (waiting === 0) return state
    return `${state} ${formatCount(waiting, { one: 'Nachricht wartet', other: 'Nachrichten warten' })}.`
  },
}
