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
    ? `Quien organiza la sala y quien administra este sitio pueden leer lo que se dice aquí hasta: ${when(until)}.`
    : `Quien organiza la sala puede leer lo que se dice aquí hasta: ${when(until)}.`

/** The texts about a room that keeps what is said for its facilitator, in Spanish. */
export const retentionTexts: typeof English = {
  kept: readers,
  beforeJoining: (retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Entonces la sala cierra y todo se elimina.'
        : `Son ${formatDuration(retention.after)} después de que la sala cierre; si cierra a otra hora, esto también cambia.`
    }`,
  afterClosing: ({ until, isReadable }) =>
    isReadable
      ? `Ya nadie puede escribir en ella. Quien la organizó y quien administra este sitio pueden leer lo que se dijo hasta: ${when(until)}. Después se elimina.`
      : `Ya nadie puede escribir en ella. Quien la organizó puede leer lo que se dijo hasta: ${when(until)}. Después se elimina.`,
  changed: (retention) => `Esto ha cambiado. ${readers(retention)}`,
  unkept: (closesAt) => `Ahora lo que se dice aquí se elimina cuando la sala cierra: ${when(closesAt)}.`,
}
