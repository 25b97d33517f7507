import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatCount, formatList } from '../index.ts'

/** The texts of reactions, in Brazilian Portuguese. */
export const reactionsTexts: typeof English = {
  title: 'Reagir',
  emoji: 'Emoji',
  names: [
    ...[
      'joinha',
      'joinha para baixo',
      'coração',
      'chorando de rir',
      'sorriso',
      'surpresa',
      'tristeza',
      'raiva',
    ],
    ...['festa', 'obrigado', 'aplausos', 'fogo', 'olhos', 'pensando', 'cem', 'marca de certo'],
    ...['xis', 'estrela', 'foguete', 'ideia', 'aceno', 'força', 'aperto de mão', 'café'],
  ],
  words: {
    yes: 'Sim',
    no: 'Não',
    thanks: 'Valeu',
    agreed: 'Concordo',
    later: 'Depois',
    done: 'Feito',
    'on-it': 'Já vou ver',
    'plus-one': '+1',
  },
  counted: (shown, count, isMine) => `${shown} ${count}${isMine ? ', com a sua' : ''}`,
  others: (count) => formatCount(count, { one: 'outra reação', other: 'outras reações' }),
  reactions: 'Reações',
  you: 'você',
  somebody: 'alguém que já saiu',
  who: (names) => formatList([...names]),
  asServerCounts: 'Conforme a contagem do servidor, que não pode lê-las.',
  notLoaded: 'Não dá para reagir aqui: este navegador não tem a chave.',
  failures: {
    'voting-closed': 'Sua reação não foi registrada: esta mensagem não aceita mais nenhuma.',
    'too-many-reactions':
      'Sua reação não foi registrada: uma mensagem aceita no máximo oito suas e 24 diferentes.',
    'message-not-found': 'Sua reação não foi registrada: a mensagem não existe mais.',
  },
  failed: 'Sua reação não foi registrada. Tente de novo.',
}
