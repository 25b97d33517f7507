import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in French. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: 'Il reste une minute.', 30: 'Il reste 30 secondes.', 10: 'Il reste 10 secondes.' },
  lastMinute: 'Il reste moins d’une minute.',
  lastSeconds: 'Il ne reste que quelques secondes.',
  keepAlive: 'Dites quelque chose pour rallumer la mèche.',
  ending: {
    destroyed: 'Le salon n’existe plus.',
    expired: 'La mèche a fini de brûler.',
    ended: 'Le temps est écoulé.',
  },
}
