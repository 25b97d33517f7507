import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in Brazilian Portuguese. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: 'Falta um minuto.', 30: 'Faltam 30 segundos.', 10: 'Faltam 10 segundos.' },
  lastMinute: 'Falta menos de um minuto.',
  lastSeconds: 'Faltam só alguns segundos.',
  keepAlive: 'Diga algo para acender o pavio de novo.',
  ending: {
    destroyed: 'A sala não existe mais.',
    expired: 'O pavio queimou até o fim.',
    ended: 'O tempo acabou.',
  },
}
