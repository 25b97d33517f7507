import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration, makeDateFormat } from '../index.ts'

/** An instant in the reader's time zone with the zone's name, such as `ven. 4 déc., 14:00 UTC+1`. */
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
    ? `La personne qui anime peut lire ce qui se dit ici jusqu’au ${when(until)}, et qui gère ce site aussi.`
    : `La personne qui anime peut lire ce qui se dit ici jusqu’au ${when(until)}.`

/** The texts about a room that keeps what is said for its facilitator, in French. */
export const retentionTexts: typeof English = {
  kept: (retention: Retention) => readers(retention),
  beforeJoining: (retention: Retention) =>
    `${readers(retention)} ${
      retention.after === 0
        ? 'Le salon ferme alors, et tout est supprimé.'
        : `C’est ${formatDuration(retention.after)} après la fermeture du salon ; s’il ferme à un autre moment, cela change aussi.`
    }`,
  afterClosing: ({ until, isReadable }: Pick<Retention, 'until' | 'isReadable'>) =>
    isReadable
      ? `Personne ne peut plus y écrire. La personne qui l’anime peut lire ce qui s’est dit jusqu’au ${when(until)}, et qui gère ce site aussi. Ensuite, tout est supprimé.`
      : `Personne ne peut plus y écrire. La personne qui l’anime peut lire ce qui s’est dit jusqu’au ${when(until)}. Ensuite, tout est supprimé.`,
  changed: ({ until, isReadable }: Retention) =>
    isReadable
      ? `La personne qui anime peut maintenant lire ce qui se dit ici jusqu’au ${when(until)}, et qui gère ce site aussi.`
      : `La personne qui anime peut maintenant lire ce qui se dit ici jusqu’au ${when(until)}.`,
  unkept: (closesAt: number) =>
    `Ce qui se dit ici est maintenant supprimé à la fermeture du salon : ${when(closesAt)}.`,
}
