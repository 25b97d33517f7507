import { formatCount } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in English. */
export const readingTexts = {
  said: (name: string, text: string) => `${name}: ${text}`,
  many: (count: number) => formatCount(count, { one: 'new message', other: 'new messages' }),
  howTo: 'Arrow keys go from message to message. Enter opens the buttons of one, Escape closes them.',
  title: 'A screen reader reads out',
  choices: { all: 'Everything', messages: 'Messages', none: 'Nothing' },
  hint: 'Everything is what people say, who comes and goes, and what changes. That the end is near is always read out.',
}
