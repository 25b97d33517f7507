import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in French. */
export const uiTexts: typeof English = {
  showPassword: 'Afficher la saisie',
  hidePassword: 'Masquer la saisie',
  required: 'Veuillez remplir ce champ.',
  busy: 'Un instant…',
  canSubmitIn: (seconds: number) => `Vous pourrez réessayer dans ${seconds} s.`,
  canSubmit: 'Vous pouvez réessayer maintenant.',
  logInAgain: 'Se reconnecter',
  cancel: 'Annuler',
  close: 'Fermer',
  refusals: {
    'email-taken': 'Un compte existe déjà avec cette adresse. Voulez-vous plutôt vous connecter ?',
    'wrong-credentials': 'Cette adresse et ce mot de passe ne vont pas ensemble.',
    'wrong-password': 'Ce n’est pas le mot de passe de ce compte.',
    'not-signed-in': 'Votre session est terminée.',
    'slow-down': 'Cela fait beaucoup à la fois. Attendez un peu, puis réessayez.',
    'too-many-requests':
      'Cela fait beaucoup à la fois depuis votre adresse. Attendez une minute, puis réessayez.',
    'session-not-found': 'La session sur cet appareil est déjà fermée.',
    unreachable: 'Le serveur est hors d’atteinte. Vérifiez votre connexion et réessayez.',
    busy: 'Le serveur est très sollicité. Réessayez dans un moment.',
  },
  fieldRefused: 'Cela ne convient pas. Changez-le et réessayez.',
  refused: 'Cela n’a pas marché. Veuillez réessayer.',
  incident: ' Pour l’exploitation : ',
  tooManyAttempts: (seconds: number) =>
    `Trop d’essais erronés : pendant ${formatDuration(Math.max(1, seconds))}, tout essai est refusé, même un bon.`,
}
