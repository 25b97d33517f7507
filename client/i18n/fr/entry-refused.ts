import type { entryRefusedTexts as English } from '../en/entry-refused.ts'

/** The texts for a person whom a room refuses, in French. */
export const entryRefusedTexts: typeof English = {
  again: 'Réessayer',
  back: 'Revenir dans le salon',
  lobby: 'Ouvrir votre propre salon',
  refused: {
    'seat-lost': {
      title: 'Votre place est de nouveau libre',
      text: 'Vous étiez ailleurs depuis un moment, avez quitté le salon dans un autre onglet, ou votre session s’est terminée. S’il y a une place, vous pouvez revenir : ce que vous étiez en train d’écrire est gardé.',
    },
    unreachable: {
      title: 'Le salon est hors d’atteinte',
      text: 'Votre appareil n’a pas pu joindre le serveur. Vérifiez la connexion, puis réessayez.',
    },
    'room-locked': {
      title: 'Ce salon est verrouillé',
      text: 'Personne d’autre ne peut entrer en ce moment. Demandez à l’hôte de le déverrouiller, puis réessayez.',
    },
    'room-not-found': {
      title: 'Ce salon n’existe pas',
      text: 'Il s’est consumé, ou le lien est incomplet. Demandez un nouveau lien.',
    },
    'room-closed': { title: 'Ce salon est fermé', text: 'Personne ne peut plus entrer.' },
    'room-not-open': {
      title: 'Ce salon n’est pas encore ouvert',
      text: 'Vous êtes en avance. Réessayez à l’ouverture.',
    },
    removed: {
      title: 'Vous n’avez plus accès à ce salon',
      text: 'Un hôte de ce salon vous a retiré votre place, ou ne vous a pas laissé entrer.',
    },
    'link-closed': {
      title: 'Ce lien n’est plus valable',
      text: 'Demandez-en un nouveau.',
    },
    'wrong-link': {
      title: 'Ce lien est incomplet',
      text: 'Il en manque une partie. Demandez le lien entier et ouvrez celui-là.',
    },
    'too-many-requests': {
      title: 'Un instant',
      text: 'Trop de demandes sont venues de votre réseau. Attendez une minute, puis réessayez.',
    },
    'slow-down': {
      title: 'Un instant',
      text: 'Cela fait beaucoup à la fois. Attendez un peu, puis réessayez.',
    },
    busy: { title: 'Le salon est très sollicité', text: 'Attendez un peu, puis réessayez.' },
    'wrong-origin': {
      title: 'Le serveur ne connaît pas cette adresse',
      text: 'Il la prend pour celle d’un autre site. S’il est derrière un proxy, il faut y définir PUBLIC_ORIGIN.',
    },
    'cookies-blocked': {
      title: 'Votre navigateur n’enregistre pas de cookies ici',
      text: 'C’est un cookie qui indique au salon quelle place est la vôtre, et vous n’en avez pas encore pris. Autorisez les cookies pour ce site dans les réglages à côté de l’adresse, puis réessayez. Si une fenêtre privée n’en permet pas, ouvrez le lien dans une fenêtre ordinaire.',
    },
    'no-key': {
      title: 'Vous êtes à l’intérieur, mais sans clé',
      text: 'L’entrée n’a pas apporté de clé qui ouvre ce salon. Demandez un nouveau lien, ou revenez à la porte.',
    },
  },
  full: {
    title: 'Ce salon est complet',
    text: 'Toutes les places sont prises. Si quelqu’un part, il y en aura une pour vous.',
  },
  embedBlocked: {
    title: 'Votre navigateur n’enregistre pas de cookies dans ce cadre',
    text: 'C’est un cookie qui indique au salon quelle place est la vôtre, et vous n’en avez pas encore pris. Dans un onglet à part, le salon peut en enregistrer un.',
  },
  openTab: 'Ouvrir dans un onglet',
  other: {
    title: 'Cela n’a pas marché',
    text: 'Un problème est survenu de notre côté. Veuillez réessayer.',
  },
}
