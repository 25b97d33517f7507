import type { personDialogTexts as English } from '../en/person-dialog.ts'
import { formatCount, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in French. */
export const personDialogTexts: typeof English = {
  role: {
    host: 'Hôte de ce salon.',
    facilitator: 'La personne qui anime ce salon.',
    participant: '',
  },
  muted: (until: number | null) =>
    until === null
      ? 'Parole coupée jusqu’à ce qu’un hôte la rende.'
      : `Parole coupée jusqu’à ${formatTime(until)}.`,
  ignore: 'Ignorer',
  ignoreHint: 'Ce que dit cette personne est replié, sur cet appareil seulement. Elle n’en sait rien.',
  stopIgnoring: 'Ne plus ignorer',
  ignored: (alias: string) => `Vous ignorez maintenant ${alias}.`,
  notIgnored: (alias: string) => `Vous n’ignorez plus ${alias}.`,
  actions: {
    'make-host': 'Donner le rôle d’hôte',
    'take-role': 'Retirer le rôle d’hôte',
    mute: 'Couper la parole',
    unmute: 'Rendre la parole',
    'lower-hand': 'Baisser la main',
    remove: 'Exclure',
  },
  muteFor: 'Couper la parole pendant combien de temps ?',
  minutes: (minutes: number) => formatCount(minutes, { one: 'minute', other: 'minutes' }),
  untilTold: 'Jusqu’à nouvel ordre',
  back: 'Retour',
  close: 'Fermer',
  done: {
    'make-host': (alias: string) => `${alias} est maintenant hôte.`,
    'take-role': (alias: string) => `${alias} n’est plus hôte.`,
    mute: (alias: string) => `${alias} n’a plus la parole.`,
    unmute: (alias: string) => `${alias} peut de nouveau parler.`,
    'lower-hand': (alias: string) => `${alias} : main baissée.`,
  },
  refusals: {
    'not-allowed': 'C’est réservé aux hôtes.',
    'last-host': 'Il faut un hôte dans un salon : donnez d’abord ce rôle à quelqu’un d’autre.',
    'participant-not-found': 'Cette personne a quitté le salon.',
    'not-signed-in':
      'Votre session est terminée. Fermez ceci et reconnectez-vous : le bouton est au-dessus du champ de message.',
  },
}
