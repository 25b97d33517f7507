import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatCount } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in French. */
export const connectionBannerTexts: typeof English = {
  resting: 'Le salon est ouvert à trop d’endroits à la fois : cette page attend que vous l’utilisiez.',
  resume: 'Continuer ici',
  broken: (online: boolean, waiting: number, wasOpen: boolean) => {
    const state = online ? (wasOpen ? 'Reconnexion…' : 'Connexion…') : roomTexts.offline
    if (waiting === 0) return state
    return `${state} ${formatCount(waiting, { one: 'message en attente', other: 'messages en attente' })}.`
  },
}
