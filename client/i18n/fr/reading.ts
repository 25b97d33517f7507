import type { readingTexts as English } from '../en/reading.ts'
import { formatCount } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in French. */
export const readingTexts: typeof English = {
  said: (name, text) => `${name} : ${text}`,
  many: (count) => formatCount(count, { one: 'nouveau message', other: 'nouveaux messages' }),
  howTo: 'Les flèches vont d’un message à l’autre. Entrée ouvre les boutons d’un message, Échap les referme.',
  title: 'Un lecteur d’écran lit',
  choices: { all: 'Tout', messages: 'Les messages', none: 'Rien' },
  hint: 'Tout : ce qui est dit, qui arrive et qui part, et ce qui change. L’approche de la fin est toujours lue.',
}
