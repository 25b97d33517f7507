import type { connectionBannerTexts as English } from '../en/connection-banner.ts'
import { formatCount } from '../index.ts'
import { roomTexts } from './room.ts'

/** The texts about a page's connection to its room, in Brazilian Portuguese. */
export const connectionBannerTexts: typeof English = {
  resting: 'Aberta em lugares demais ao mesmo tempo: esta página espera até você usá-la.',
  resume: 'Continuar aqui',
  broken: (online, waiting, wasOpen) =>
    `${online ? (wasOpen ? 'Reconectando…' : 'Conectando…') : roomTexts.offline}${
      waiting === 0
        ? ''
        : ` ${formatCount(waiting, { one: 'mensagem em espera', other: 'mensagens em espera' })}.`
    }`,
}
