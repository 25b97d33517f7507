import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

/** An instant in the reader's time zone with the zone's name. */
const when = makeDateFormat({
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  // The people who come and those who invited them may live in different zones.
  timeZoneName: 'short',
})

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `Quem organiza a sala e quem administra este site podem ler o que é dito aqui até: ${when(until)}.`
    : `Quem organiza a sala pode ler o que é dito aqui até: ${when(until)}.`

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
      ? `Ninguém mais pode escrever nela. Quem a organizou e quem administra este site podem ler o que foi dito até: ${when(until)}. Depois é excluído.`
      : `Ninguém mais pode escrever nela. Quem a organizou pode ler o que foi dito até: ${when(until)}. Depois é excluído.`,
  changed: (retention) => `Isto mudou. ${readers(retention)}`,
  unkept: (closesAt) => `Agora o que é dito aqui é excluído quando a sala fecha: ${when(closesAt)}.`,
}
