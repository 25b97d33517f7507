import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `Quien organiza la sala y quien administra este sitio pueden leer lo que se dice aquí hasta: ${formatKeptUntil(until)}.`
    : `Quien organiza la sala puede leer lo que se dice aquí hasta: ${formatKeptUntil(until)}.`

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
      ? `Ya nadie puede escribir en ella. Quien la organizó y quien administra este sitio pueden leer lo que se dijo hasta: ${formatKeptUntil(until)}. Después se elimina.`
      : `Ya nadie puede escribir en ella. Quien la organizó puede leer lo que se dijo hasta: ${formatKeptUntil(until)}. Después se elimina.`,
  changed: (retention) => `Esto ha cambiado. ${readers(retention)}`,
  unkept: (closesAt) =>
    `Ahora lo que se dice aquí se elimina cuando la sala cierra: ${formatKeptUntil(closesAt)}.`,
}
