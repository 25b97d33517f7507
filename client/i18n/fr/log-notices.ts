import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatCount, formatDuration, type Parts, pickPlural } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** Who did something: `Vous avez`, or a name and `a`. */
const has = <T>(by: T | null): Parts<T> => (by === null ? ['Vous avez '] : [by, ' a '])

/** The texts of the lines among the messages, in French. A person who is `null` is the reader. */
export const logNoticesTexts: typeof English = {
  others: (count: number) => formatCount(count, { one: 'autre', other: 'autres' }),
  came: <T>(people: T, count: number): Parts<T> => [
    people,
    pickPlural(count, { one: ' a rejoint le salon.', other: ' ont rejoint le salon.' }),
  ],
  left: <T>(people: T, count: number): Parts<T> => [
    people,
    pickPlural(count, { one: ' a quitté le salon.', other: ' ont quitté le salon.' }),
  ],
  letIn: <T>(by: T | null, people: T): Parts<T> => [...has(by), 'laissé entrer ', people, '.'],
  removed: <T>(by: T | null, people: T): Parts<T> => [...has(by), 'exclu ', people, '.'],
  madeHost: <T>(by: T | null, person: T | null): Parts<T> =>
    person === null
      ? [by ?? 'Quelqu’un', ' vous a donné le rôle d’hôte.']
      : [...has(by), 'donné le rôle d’hôte à ', person, '.'],
  tookRole: <T>(by: T | null, person: T | null): Parts<T> =>
    person === null
      ? [by ?? 'Quelqu’un', ' vous a retiré le rôle d’hôte.']
      : [...has(by), 'retiré le rôle d’hôte à ', person, '.'],
  isHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['Vous êtes maintenant hôte.'] : [person, ' est maintenant hôte.'],
  isNoHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['Vous n’êtes plus hôte.'] : [person, ' n’est plus hôte.'],
  started: (endsAt: number) =>
    `La mèche est allumée : le salon reste ouvert jusqu’à ${formatTimeOfDay(endsAt)}.`,
  end: (endsAt: number) => `Le salon reste maintenant ouvert jusqu’à ${formatTimeOfDay(endsAt)}.`,
  settings: {
    locked: {
      on: 'La porte est verrouillée : personne d’autre ne peut entrer.',
      off: 'La porte est déverrouillée.',
    },
    files: {
      on: 'On peut envoyer des fichiers et des images ici.',
      off: 'Un hôte a désactivé les fichiers.',
    },
    quiet: {
      on: 'Le salon est maintenant silencieux : seuls ses hôtes peuvent parler.',
      off: 'Tout le monde peut de nouveau parler.',
    },
    door: {
      knock: 'Pour entrer, il faut maintenant frapper et attendre qu’un hôte ouvre.',
      open: 'Toute personne qui a le lien entre maintenant sans frapper.',
    },
    slow: (seconds: number) =>
      seconds === 0
        ? 'Tout le monde peut de nouveau écrire à son rythme.'
        : `Il faut maintenant attendre ${formatDuration(seconds)} entre deux messages.`,
    pinned: 'Un hôte a épinglé un message : il est tout en haut.',
    unpinned: 'Plus aucun message n’est épinglé.',
  },
  muted: <T>(by: T | null, person: T | null, until: number | null): Parts<T> => {
    const end = until === null ? ' jusqu’à nouvel ordre.' : ` jusqu’à ${formatTimeOfDay(until)}.`
    return person === null
      ? [by ?? 'Quelqu’un', ' vous a coupé la parole', end]
      : [...has(by), 'coupé la parole à ', person, end]
  },
  unmuted: <T>(by: T | null, person: T | null): Parts<T> =>
    person === null
      ? [by ?? 'Quelqu’un', ' vous a rendu la parole.']
      : [...has(by), 'rendu la parole à ', person, '.'],
  renamed: <T>(from: T, to: T): Parts<T> => [from, ' s’appelle maintenant ', to],
  rotated: {
    newLink: <T>(by: T | null): Parts<T> => [
      ...has(by),
      'changé les clés de ce salon, et avec elles son lien.',
    ],
    sameLink: <T>(by: T | null): Parts<T> => [...has(by), 'changé les clés de ce salon. Son lien reste.'],
    noLink: <T>(by: T | null): Parts<T> => [
      ...has(by),
      'changé les clés de ce salon. Son lien est désactivé.',
    ],
  },
  notGiven: <T>(people: T): Parts<T> => [
    'Sans les nouvelles clés : ',
    people,
    '. Impossible de lire la suite ; un nouveau lien permet de revenir.',
  ],
  linkClosed: 'Le lien est désactivé : il n’ouvre plus rien.',
  otherKeys: <T>(by: T): Parts<T> => [
    'Cette page n’a pas accepté les clés envoyées par ',
    by,
    ' : ce ne sont pas celles qu’elle peut vérifier. Comparez vos mots de sécurité avant de continuer.',
  ],
}
