import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in Spanish. */
export const atTheDoorTexts: typeof English = {
  list: 'En la puerta',
  letIn: 'Admitir',
  turnAway: 'Rechazar',
  letInOne: (name) => `Admitir a ${name}`,
  turnAwayOne: (name) => `Rechazar a ${name}`,
  letInAll: 'Admitir a todos',
  turnAwayAll: 'Rechazar a todos',
  knocked: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'está', other: 'están' })} en la puerta.`,
  noKey: 'No se pueden leer su nombre ni su clave: vino por otro enlace. Envíale el que vale ahora.',
  refusals: {
    'wrong-link': 'No se puede leer su clave: vino por otro enlace. Envíale el que vale ahora.',
    'room-full': 'Todos los lugares están ocupados. Libera uno primero, en el menú.',
    'not-allowed': 'Solo un anfitrión puede hacerlo.',
  },
}
