import type { lobbyNoticeTexts as English } from '../en/lobby-notice.ts'

/** Why somebody was sent to the lobby, in French. */
export const lobbyNoticeTexts: typeof English = {
  dismiss: 'Fermer cet avis',
  destroyed: {
    title: 'Le salon n’existe plus',
    text: 'Tout ce qui s’y est dit est supprimé. Vous pouvez en ouvrir un nouveau ici même.',
  },
  ended: {
    title: 'Le salon a fermé',
    text: 'Personne ne peut plus y écrire. Ce qui s’est dit est conservé un moment pour l’animation, puis supprimé.',
  },
  erased: {
    title: 'Votre compte est supprimé',
    text: 'Ses salons, et tout ce qui s’y est dit, le sont avec lui.',
  },
  left: {
    title: 'Vous avez quitté le salon',
    text: 'Votre place est de nouveau libre. Avec un lien encore valable, vous pouvez revenir tant qu’il y a une place.',
  },
  errors: {
    'room-not-found': {
      title: 'Ce salon n’existe pas',
      text: 'Il s’est consumé, ou le lien est incomplet. Demandez un nouveau lien, ou ouvrez votre propre salon.',
    },
    'room-full': {
      title: 'Ce salon est complet',
      text: 'Toutes les places sont prises. Demandez le lien d’un salon plus grand, ou ouvrez-en un vous-même, dans « Options ».',
    },
    'room-closed': {
      title: 'Ce salon est fermé',
      text: 'Personne ne peut plus entrer. Vous pouvez ouvrir votre propre salon ici.',
    },
    removed: {
      title: 'Vous n’avez plus accès à ce salon',
      text: 'Un hôte vous a retiré votre place, ou ne vous a pas laissé entrer. Vous pouvez ouvrir votre propre salon ici.',
    },
    'turned-away': {
      title: 'L’entrée vous a été refusée',
      text: 'Un hôte de ce salon ne vous a pas laissé entrer. Vous pouvez ouvrir votre propre salon ici.',
    },
    'not-shared': {
      title: 'Votre partage n’a pas pu être repris',
      text: 'L’application n’a pas pu le garder sur votre appareil. Créez un salon, puis collez-le ou joignez-le là.',
    },
  },
}
