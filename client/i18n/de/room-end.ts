import type { roomEndTexts as English } from '../en/room-end.ts'

/** The texts of a room whose end is near or has come, in German. */
export const roomEndTexts: typeof English = {
  secondsLeft: { 60: 'Noch eine Minute.', 30: 'Noch 30 Sekunden.', 10: 'Noch 10 Sekunden.' },
  lastMinute: 'Weniger als eine Minute.',
  lastSeconds: 'Nur noch Sekunden.',
  keepAlive: 'Sag etwas, um die Lunte neu anzuzünden.',
  ending: {
    destroyed: 'Der Raum ist weg.',
    expired: 'Die Lunte ist abgebrannt.',
    ended: 'Die Zeit ist um.',
  },
}
