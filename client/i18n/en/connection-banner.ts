import { formatCount } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in English. */
export const connectionBannerTexts = {
  resting: 'Open in too many places at once: this page waits until you use it.',
  resume: 'Go on here',
  broken: (online: boolean, waiting: number, wasOpen: boolean) =>
    `${online ? (wasOpen ? 'Reconnecting…' : 'Connecting…') : roomTexts.offline}${
      waiting === 0 ? '' : ` ${formatCount(waiting, { one: 'message is', other: 'messages are' })} waiting.`
    }`,
}
