import type { Retention } from '../../room/retention.ts'
import type { retentionTexts as English } from '../en/retention.ts'
import { formatDuration } from '../index.ts'
import { formatKeptUntil } from '../kept-until.ts'

/** Says who can read it besides those in the room, and until when. */
const readers = ({ until, isReadable }: Retention) =>
  isReadable
    ? `La personne qui anime peut lire ce qui se dit ici jusqu’au ${formatKeptUntil(until)}, et qui gère ce site aussi.`
    : `La personne qui anime peut lire ce qui se dit ici jusqu’au ${formatKeptUntil(until)}.`

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
      ? `Personne ne peut plus y écrire. La personne qui l’anime peut lire ce qui s’est dit jusqu’au ${formatKeptUntil(until)}, et qui gère ce site aussi. Ensuite, tout est supprimé.`
      : `Personne ne peut plus y écrire. La personne qui l’anime peut lire ce qui s’est dit jusqu’au ${formatKeptUntil(until)}. Ensuite, tout est supprimé.`,
  changed: ({ until, isReadable }: Retention) =>
    isReadable
      ? `La personne qui anime peut maintenant lire ce qui se dit ici jusqu’au ${formatKeptUntil(until)}, et qui gère ce site aussi.`
      : `La personne qui anime peut maintenant lire ce qui se dit ici jusqu’au ${formatKeptUntil(until)}.`,
  unkept: (closesAt: number) =>
    `Ce qui se dit ici est maintenant supprimé à la fermeture du salon : ${formatKeptUntil(closesAt)}.`,
}
