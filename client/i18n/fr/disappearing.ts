import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatCount, formatDuration, formatNumber, type Parts, pickPlural } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'Il n’est plus là : son temps est écoulé.',
  'not-allowed': 'Il a déjà été lu autant de fois que permis.',
  'slow-down': 'Cela fait beaucoup à la fois. Attendez, puis réessayez.',
  unreachable: 'Le salon est hors d’atteinte. Réessayez.',
}

/** The texts of messages that disappear and of those that are read once, in French. */
export const disappearingTexts: typeof English = {
  after: 'Disparaît après',
  never: 'Jamais',
  once: 'Lecture unique',
  notOnce: 'Non',
  staysHint:
    'Pour chaque message que vous envoyez, jusqu’à ce que vous retiriez ce choix au-dessus du champ.',
  onceHint:
    'Pour le prochain message seulement : il est caché jusqu’à ce qu’on le dévoile, et disparaît après ce délai. Au bout d’une heure au plus, il n’existe plus pour personne.',
  honest: 'Qui le lit peut le copier.',
  tooMany: (most: number) =>
    `La lecture unique existe dans les salons de ${formatCount(most, { one: 'personne', other: 'personnes' })} au plus.`,
  noFiles:
    'Les fichiers ne peuvent pas être en lecture unique. Envoyez ou retirez d’abord ceux qui sont joints.',
  filesOnce: 'Les fichiers ne peuvent pas être en lecture unique. Retirez d’abord « Lecture unique ».',
  choose: 'Appliquer',
  cancel: 'Annuler',
  duration: formatDuration,
  chosen: {
    expires: (seconds: number) => `Disparaît après ${formatDuration(seconds)}`,
    burn: (seconds: number) => `Lecture unique, pendant ${formatDuration(seconds)}`,
  },
  remove: { expires: 'Ne pas faire disparaître', burn: 'Pas de lecture unique' },
  sentOnce: <T>(person: T): Parts<T> => [person, ' a envoyé un message en lecture unique.'],
  wasRead: <T>(person: T): Parts<T> => [person, ' a envoyé un message que vous avez lu. Il n’est plus ici.'],
  shownFor: (seconds: number) => `Une fois dévoilé, vous le voyez pendant ${formatDuration(seconds)}.`,
  reveal: 'Dévoiler',
  sayFailure: (code: string) => FAILURES[code] ?? 'Cela n’a pas marché. Réessayez.',
  goneIn: (seconds: number) => `Plus que ${formatRoughDuration(seconds)}`,
  readBy: (read: number, of: number) =>
    of === 0
      ? 'Lecture unique. Il n’y avait personne d’autre.'
      : `Lecture unique : ${formatNumber(read)} sur ${formatNumber(of)} ${pickPlural(read, { one: 'l’a lu', other: 'l’ont lu' })}.`,
  disappearsIn: (seconds: number) => `Disparaît dans ${formatRoughDuration(seconds)}`,
}
