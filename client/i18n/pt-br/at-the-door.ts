import type { atTheDoorTexts as English } from '../en/at-the-door.ts'
import { pickPlural } from '../index.ts'
import { listPeople } from './list-people.ts'

/** The texts of what a host sees of the door, in Brazilian Portuguese. */
export const atTheDoorTexts: typeof English = {
  list: 'À porta',
  letIn: 'Deixar entrar',
  turnAway: 'Recusar',
  letInOne: (name) => `Deixar ${name} entrar`,
  turnAwayOne: (name) => `Recusar ${name}`,
  letInAll: 'Deixar todos entrarem',
  turnAwayAll: 'Recusar todos',
  knocked: (names, others) =>
    `${listPeople(names, others)} ${pickPlural(names.length + others, { one: 'está', other: 'estão' })} à porta.`,
  noKey:
    'Não dá para ler o nome nem a chave: a pessoa veio por outro link. Envie a ela o link que vale agora.',
  refusals: {
    'wrong-link': 'Não dá para ler a chave: a pessoa veio por outro link. Envie a ela o link que vale agora.',
    'room-full': 'Todos os lugares estão ocupados. Libere um primeiro, no menu.',
    'not-allowed': 'Só um anfitrião pode fazer isso.',
  },
}
