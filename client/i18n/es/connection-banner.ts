import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatCount } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in Spanish. */
export const connectionBannerTexts: typeof English = {
  resting: 'Está abierta en demasiados sitios a la vez: esta página espera hasta que la uses.',
  resume: 'Seguir aquí',
  broken: (online, waiting, wasOpen) =>
    `${online ? (wasOpen ? 'Reconectando…' : 'Conectando…') : roomTexts.offline}${
      waiting === 0
        ? ''
        : ` ${formatCount(waiting, { one: 'mensaje en espera', other: 'mensajes en espera' })}.`
    }`,
}
