import type { readingTexts as English } from '../en/reading.ts'
import { formatCount } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in German. */
export const readingTexts: typeof English = {
  said: (name, text) => `${name}: ${text}`,
  many: (count) => formatCount(count, { one: 'neue Nachricht', other: 'neue Nachrichten' }),
  howTo:
    'Pfeiltasten führen von Nachricht zu Nachricht. Die Eingabetaste öffnet die Knöpfe einer Nachricht, Escape schließt sie.',
  title: 'Ein Screenreader liest vor',
  choices: { all: 'Alles', messages: 'Nachrichten', none: 'Nichts' },
  hint: 'Alles heißt: was gesagt wird, wer kommt und geht und was sich ändert. Dass das Ende naht, wird immer vorgelesen.',
}
