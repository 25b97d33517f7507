import type { readingTexts as English } from '../en/reading.ts'
import { formatCount } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in Spanish. */
export const readingTexts: typeof English = {
  said: (name, text) => `${name}: ${text}`,
  many: (count) => formatCount(count, { one: 'mensaje nuevo', other: 'mensajes nuevos' }),
  howTo: 'Las flechas van de un mensaje a otro. Intro abre los botones de uno y Esc los cierra.',
  title: 'Un lector de pantalla lee',
  choices: { all: 'Todo', messages: 'Mensajes', none: 'Nada' },
  hint: 'Todo es lo que se dice, quién entra y sale, y lo que cambia. Que el final está cerca se lee siempre.',
}
