import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in Spanish. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: 'Queda un minuto.', 30: 'Quedan 30 segundos.', 10: 'Quedan 10 segundos.' },
  lastMinute: 'Queda menos de un minuto.',
  lastSeconds: 'Quedan solo unos segundos.',
  keepAlive: 'Di algo para volver a encender la mecha.',
  ending: {
    destroyed: 'La sala ya no existe.',
    expired: 'La mecha se ha consumido.',
    ended: 'Se acabó el tiempo.',
  },
}
