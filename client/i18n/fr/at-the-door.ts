import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in French. */
export const atTheDoorTexts: typeof English = {
  list: 'À la porte',
  letIn: 'Laisser entrer',
  turnAway: 'Refuser',
  letInOne: (name: string) => `Laisser entrer ${name}`,
  turnAwayOne: (name: string) => `Refuser ${name}`,
  letInAll: 'Laisser entrer tout le monde',
  turnAwayAll: 'Refuser tout le monde',
  knocked: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'est', other: 'sont' })} à la porte.`,
  noKey:
    'Nom et clé illisibles : cette personne est venue par un autre lien. Envoyez-lui le lien valable maintenant.',
  refusals: {
    'wrong-link':
      'Clé illisible : cette personne est venue par un autre lien. Envoyez-lui le lien valable maintenant.',
    'room-full': 'Toutes les places sont prises. Libérez-en d’abord une dans le menu.',
    'not-allowed': 'C’est réservé aux hôtes.',
  },
}
