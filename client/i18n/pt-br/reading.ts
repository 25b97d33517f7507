import type { readingTexts as English } from '../en/reading.ts'
import { formatCount } from '../index.ts'

/** What a screen reader reads out of a room, the choice of how much, and the keys of the messages, in Brazilian Portuguese. */
export const readingTexts: typeof English = {
  said: (name, text) => `${name}: ${text}`,
  many: (count) => formatCount(count, { one: 'nova mensagem', other: 'novas mensagens' }),
  howTo: 'As setas vão de uma mensagem a outra. Enter abre os botões de uma, Esc os fecha.',
  title: 'O leitor de tela lê',
  choices: { all: 'Tudo', messages: 'Mensagens', none: 'Nada' },
  hint: 'Tudo é o que as pessoas dizem, quem entra e sai, e o que muda. Que o fim está perto é sempre lido.',
}
