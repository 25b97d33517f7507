import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatCount } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) =>
  minutes === 60 ? '1 heure' : formatCount(minutes, { one: 'minute', other: 'minutes' })

/** The texts about the end of a room and when it comes, in French. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: 'Changer la fin',
  title: 'Quand le salon prend fin',
  // “jusqu’à” goes with a time alone and with one that has its weekday.
  burns: (endsAt: number) => `La mèche brûle jusqu’à ${formatTimeOfDay(endsAt)}.`,
  closes: (endsAt: number) => `Ouvert jusqu’à ${formatTimeOfDay(endsAt)}.`,
  later: 'Plus de temps',
  earlier: 'Moins de temps',
  addStep: (minutes: number) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes: number) => `− ${minutesOrHour(minutes)}`,
  endAt: 'Fin à',
  endAtHint: 'Dans votre fuseau horaire. Une heure déjà passée aujourd’hui veut dire demain.',
  set: 'Fixer la fin',
  done: 'Terminé',
  moved: (endsAt: number) => `Le salon reste maintenant ouvert jusqu’à ${formatTimeOfDay(endsAt)}.`,
  errors: {
    missing: 'Choisissez d’abord une heure.',
    early: 'Choisissez une heure dans au moins une minute.',
    late: 'Un salon dure 24 heures au plus : choisissez une heure plus proche.',
  },
  refusals: {
    'not-allowed': 'C’est réservé aux hôtes.',
    'not-signed-in':
      'Votre session est terminée. Fermez ceci et reconnectez-vous : le bouton est au-dessus du champ de message.',
    'invalid-request': 'Le salon ne peut pas prendre fin à ce moment. Choisissez une autre heure.',
  },
}
