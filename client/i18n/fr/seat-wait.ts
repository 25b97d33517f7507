import type { seatWaitTexts as English } from '../en/seat-wait.ts'

/** The texts for a person who waits for a seat, in French. */
export const seatWaitTexts: typeof English = {
  waiting:
    'Gardez cette page ouverte : elle vérifie toute seule, et vous fait entrer quand une place se libère.',
  looking: 'Recherche d’une place…',
  full: 'Encore complet. Cette page continue de vérifier, et vous fait entrer quand une place se libère.',
  free: 'Quelqu’un est parti : il y a maintenant une place pour vous.',
  'room-not-found': 'Le salon n’existe plus.',
  'room-closed': 'Le salon a fermé.',
  again: 'Réessayer',
  enter: 'Entrer',
}
