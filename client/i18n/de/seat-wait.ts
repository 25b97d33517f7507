import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in German. */
export const seatWaitTexts: typeof English = {
  waiting:
    'Lass diese Seite offen: Sie sieht von selbst nach und lässt dich hinein, sobald ein Platz frei ist.',
  looking: 'Ein Platz wird gesucht …',
  full: 'Noch voll. Diese Seite sieht weiter nach und lässt dich hinein, sobald ein Platz frei ist.',
  free: 'Jemand ist gegangen: Jetzt ist ein Platz für dich frei.',
  'room-not-found': 'Der Raum ist jetzt weg.',
  'room-closed': 'Der Raum ist jetzt geschlossen.',
  again: 'Erneut versuchen',
  enter: 'Hineingehen',
}
