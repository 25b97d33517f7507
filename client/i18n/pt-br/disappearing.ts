import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatDuration, formatNumber, pickPlural } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'Já não existe: o tempo acabou.',
  'not-allowed': 'Todas as pessoas que podiam já leram.',
  'slow-down': 'Foi muita coisa de uma vez. Espere e tente de novo.',
  unreachable: 'Não foi possível conectar à sala. Tente de novo.',
}

/** The texts of messages that disappear and of those that are read once, in Brazilian Portuguese. */
export const disappearingTexts: typeof English = {
  after: 'Desaparece depois de',
  never: 'Nunca',
  once: 'Ler uma vez',
  notOnce: 'Não',
  staysHint: 'Para todas as mensagens que você enviar, até tirar isso acima da caixa de texto.',
  onceHint:
    'Só para a próxima mensagem: fica oculta até alguém revelar, e desaparece depois desse tempo. Em no máximo uma hora some para todos.',
  honest: 'Quem lê pode copiar.',
  tooMany: (most) => `Mensagens para ler uma vez existem em salas de até ${formatNumber(most)} pessoas.`,
  noFiles: 'Arquivos não podem ser lidos só uma vez. Envie ou remova primeiro os que estão anexados.',
  filesOnce: 'Arquivos não podem ser lidos só uma vez. Tire primeiro “Ler uma vez”.',
  choose: 'Usar',
  cancel: 'Cancelar',
  duration: formatDuration,
  chosen: {
    expires: (seconds) => `Desaparece depois de ${formatDuration(seconds)}`,
    burn: (seconds) => `Ler uma vez, por ${formatDuration(seconds)}`,
  },
  remove: { expires: 'Não deixar desaparecer', burn: 'Não limitar a uma leitura' },
  sentOnce: (person) => [person, ' enviou uma mensagem para ler uma vez.'],
  wasRead: (person) => [person, ' enviou uma mensagem que você já leu. Ela não está mais aqui.'],
  shownFor: (seconds) => `Depois de revelar, você a vê por ${formatDuration(seconds)}.`,
  reveal: 'Revelar',
  sayFailure: (code) => FAILURES[code] ?? 'Não funcionou. Tente de novo.',
  goneIn: (seconds) => `Some em ${formatRoughDuration(seconds)}`,
  readBy: (read, of) =>
    of === 0
      ? 'Para ler uma vez. Não havia mais ninguém aqui.'
      : `Para ler uma vez: ${
          read === 0
            ? 'ninguém leu ainda.'
            : pickPlural(read, {
                one: `${formatNumber(read)} de ${formatNumber(of)} leu.`,
                other: `${formatNumber(read)} de ${formatNumber(of)} leram.`,
              })
        }`,
  disappearsIn: (seconds) => `Desaparece em ${formatRoughDuration(seconds)}`,
}
