import type { voiceTexts as English } from '../en/voice.ts'

/** The texts about voice messages, in French. */
export const voiceTexts: typeof English = {
  fileName: 'Message vocal',
  recording: 'Enregistrement',
  started: (most: string) => `Enregistrement en cours, ${most} au plus. Échap l’annule.`,
  most: (most: string) => `sur ${most}`,
  stop: 'Arrêter',
  cancel: 'Annuler',
  canceled: 'Rien n’a été enregistré.',
  recorded: (length: string) => `Enregistré : ${length}. Cela part avec votre message.`,
  full: (most: string) => `${most} est le maximum. L’enregistrement s’arrête là, et il est gardé.`,
  tooShort:
    'C’était trop court. Maintenez le bouton pendant que vous parlez, ou touchez-le, parlez, puis arrêtez.',
  refusals: {
    NotAllowedError:
      'Le micro n’est pas autorisé ici. Autorisez-le pour cette page dans les réglages de votre navigateur, puis recommencez.',
    NotFoundError: 'Aucun micro trouvé. Branchez-en un, puis recommencez.',
    NotReadableError:
      'Le micro est indisponible : un autre programme l’utilise peut-être. Fermez-le, puis recommencez.',
  },
  failed: 'L’enregistrement n’a pas marché ici. Vérifiez votre micro, puis recommencez.',
  own: 'Votre message vocal',
  from: (name: string) => `Message vocal envoyé par ${name}`,
  play: (length: string) => `Lire, ${length}`,
  pause: 'Pause',
  position: 'Position',
  at: (at: string, length: string) => `${at} sur ${length}`,
  unplayed: 'Impossible à lire ici. Vous pouvez quand même l’envoyer.',
  noRecording: 'Ce fichier se dit un message vocal, et ne peut pas être lu ici. Vous pouvez l’enregistrer.',
}
