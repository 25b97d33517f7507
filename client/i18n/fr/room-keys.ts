import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in French. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: 'Nouveau lien',
    title: 'Créer un nouveau lien ?',
    text: 'L’ancien lien n’ouvrira plus rien. Toutes les personnes présentes restent.',
    password: 'Mot de passe du nouveau lien (facultatif)',
    passwordHint: 'Il faudra l’avoir en plus du lien pour entrer. Transmettez-le par un autre moyen.',
    tooShort: (min: number) => `Utilisez au moins ${min} caractères.`,
    confirmLabel: 'Nouveau lien',
    cancelLabel: 'Garder l’ancien',
    done: 'Il y a un nouveau lien.',
  },
  seat: {
    held: (seconds: number) =>
      `La place de l’autre personne se libère après une minute d’absence. Attendez encore ${formatDuration(seconds)}, sinon le lien dira que le salon est complet.`,
    free: 'L’autre personne est absente depuis une minute : un nouveau lien libère sa place et lui permet de revenir.',
  },
  close: {
    label: 'Désactiver le lien',
    title: 'Désactiver le lien ?',
    text: 'Le lien n’ouvrira plus rien, et personne d’autre ne pourra entrer. Toutes les personnes présentes restent.',
    confirmLabel: 'Désactiver le lien',
    cancelLabel: 'Le laisser actif',
    done: 'Le lien est désactivé.',
  },
  reopen: {
    label: 'Rouvrir',
    title: 'Rouvrir le salon ?',
    text: 'Le lien est désactivé. Un nouveau lien laisse de nouveau entrer quelqu’un, avec tout ce qui s’est dit.',
    confirmLabel: 'Nouveau lien',
  },
  remove: {
    text: 'Cette personne doit sortir aussitôt, et ne peut pas lire ce qui se dit ensuite. Ce qu’elle a dit reste.',
    link: 'Le lien change en même temps : celui qu’elle a n’ouvre plus rien.',
    password: 'Mot de passe du lien',
    passwordHint: 'Le nouveau lien le garde.',
    done: (alias: string) => `${alias} n’est plus dans le salon, et le lien a changé.`,
  },
}
