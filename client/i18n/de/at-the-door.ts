import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in German. */
export const atTheDoorTexts: typeof English = {
  list: 'An der Tür',
  letIn: 'Hereinlassen',
  turnAway: 'Abweisen',
  letInOne: (name: string) => `${name} hereinlassen`,
  turnAwayOne: (name: string) => `${name} abweisen`,
  letInAll: 'Alle hereinlassen',
  turnAwayAll: 'Alle abweisen',
  knocked: (names: string[], others: number) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'steht', other: 'stehen' })} an der Tür.`,
  noKey:
    'Name und Schlüssel sind nicht lesbar: Hier kam jemand mit einem anderen Link. Schick den Link, der jetzt gilt.',
  refusals: {
    'wrong-link':
      'Der Schlüssel ist nicht lesbar: Hier kam jemand mit einem anderen Link. Schick den Link, der jetzt gilt.',
    'room-full': 'Alle Plätze sind besetzt. Mach zuerst im Menü einen frei.',
    'not-allowed': 'Das dürfen nur Hosts.',
  },
}
