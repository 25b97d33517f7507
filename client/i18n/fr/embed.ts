import type { embedTexts as English } from '../en/embed.ts'

/** The texts of a room in a frame of another site, in French. */
export const embedTexts: typeof English = {
  page: 'private-chat',
  caution:
    'Le site autour de ce cadre connaît le lien qu’il a ouvert ici, avec sa clé, et peut s’en servir comme toute personne qui l’a.',
  way: 'Ouvrir private-chat dans un onglet',
  over: {
    destroyed: { title: 'Le salon n’existe plus', text: 'Tout ce qui s’y est dit est supprimé.' },
    ended: {
      title: 'Le salon a fermé',
      text: 'Personne ne peut plus y écrire. Ce qui s’est dit est conservé un moment pour l’animation, puis supprimé.',
    },
    removed: {
      title: 'Vous n’avez plus accès à ce salon',
      text: 'Un hôte vous a retiré votre place, ou ne vous a pas laissé entrer.',
    },
    'turned-away': {
      title: 'L’entrée vous a été refusée',
      text: 'Un hôte de ce salon ne vous a pas laissé entrer.',
    },
    left: {
      title: 'Vous avez quitté le salon',
      text: 'Votre place est de nouveau libre. Pour revenir, rechargez la page autour de ce cadre.',
    },
    missing: {
      title: 'Ce salon n’existe pas',
      text: 'L’adresse dans ce cadre n’est celle d’aucun salon, ou elle est incomplète.',
    },
  },
}
