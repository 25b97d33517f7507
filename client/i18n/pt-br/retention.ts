import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `Quem organiza a sala e quem administra este site podem ler o que é dito aqui até: ${formatKeptUntil(until)}.`
    : `Quem organiza a sala pode ler o que é dito aqui até: ${formatKeptUntil(until)}.`

/** The texts about a room that keeps what is said for its facilitator, in Brazilian Portuguese. */
export const retentionTexts: typeof English = {
  kept: readers,
  beforeJoining: (retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Então a sala fecha e tudo é excluído.'
        : `São ${formatDuration(retention.after)} depois de a sala fechar; se ela fechar em outra hora, isto também muda.`
    }`,
  afterClosing: ({ until, isReadable }) =>
    isReadable
      ? `Ninguém mais pode escrever nela. Quem a organizou e quem administra este site podem ler o que foi dito até: ${formatKeptUntil(until)}. Depois é excluído.`
      : `Ninguém mais pode escrever nela. Quem a organizou pode ler o que foi dito até: ${formatKeptUntil(until)}. Depois é excluído.`,
  changed: (retention) => `Isto mudou. ${readers(retention)}`,
  unkept: (closesAt) =>
    `Agora o que é dito aqui é excluído quando a sala fecha: ${formatKeptUntil(closesAt)}.`,
}
