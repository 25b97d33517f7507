import type { filesTexts as English } from '../en/files.ts'
import { formatCount, formatList } from '../index.ts'

/** The texts about files and pictures, in French. */
export const filesTexts: typeof English = {
  limits: {
    'no-keys': 'On ne peut pas envoyer de fichiers dans ce salon.',
    off: 'Les fichiers sont désactivés dans ce salon.',
    crowded: 'Au-delà de 200 personnes, seuls les hôtes envoient des fichiers.',
    muted: 'Un hôte vous a coupé la parole : vous ne pouvez pas envoyer de fichiers.',
    quiet: 'Seuls les hôtes peuvent parler en ce moment : vous ne pouvez pas envoyer de fichiers.',
  },
  tooLarge: (names: readonly string[]) =>
    `Un fichier peut peser 25 Mo au plus. Trop lourd : ${formatList(names)}.`,
  attached: (count: number) => `Joint : ${formatCount(count, { one: 'fichier', other: 'fichiers' })}.`,
  tray: 'Fichiers joints',
  limit:
    'Jusqu’à 25 Mo par fichier, et 200 Mo dans le salon. Envoyés avec votre message, supprimés avec le salon.',
  preparing: 'Préparation…',
  asIs: 'Tel quel',
  asIsHint: 'Avec tout ce qu’il contient, y compris le lieu de la prise de vue.',
  motionless: 'L’image ne bougera plus, sauf si elle part telle quelle.',
  undrawn:
    'L’image ne peut pas être redessinée ici : elle part telle quelle, avec tout ce qu’elle contient, y compris le lieu de la prise de vue.',
  remove: (name: string) => `Retirer ${name}`,
  removeShort: 'Retirer',
  waiting: 'En attente…',
  paused: 'Le salon est hors d’atteinte. Cela reprendra tout seul.',
  sending: (name: string) => `Envoi de ${name}`,
  fetching: (name: string) => `Chargement de ${name}`,
  cancel: 'Arrêter',
  failed: 'L’envoi n’a pas marché. Réessayez.',
  failures: {
    'file-gone': 'Le fichier n’est plus là. Joignez-le de nouveau.',
    'file-stopped': 'Vous avez arrêté l’envoi.',
    'file-unreadable': 'Le fichier n’est plus lisible. Joignez-le de nouveau.',
    'file-not-found': 'L’attente a été trop longue. Réessayez.',
    'file-too-large': 'Trop lourd : un fichier peut peser 25 Mo.',
    'storage-full': 'Les 200 Mo de fichiers de ce salon sont pleins.',
    'files-off': 'Un hôte a désactivé les fichiers.',
    'not-allowed': 'Au-delà de 200 personnes, seuls les hôtes envoient des fichiers.',
    'too-many-uploads': 'Vous avez ici trop de fichiers inachevés. Réessayez dans dix minutes.',
    'message-too-long': 'Le texte qui l’accompagne est trop long.',
    'slow-down': 'Cela fait beaucoup à la fois. Attendez, puis réessayez.',
    muted: 'Un hôte vous a coupé la parole. Vous pourrez réessayer plus tard.',
    quiet: 'Seuls les hôtes peuvent parler en ce moment. Vous pourrez réessayer plus tard.',
  },
  unnamed: 'Un fichier',
  save: 'Enregistrer',
  saveFile: (name: string) => `Enregistrer ${name}`,
  again: 'Réessayer',
  show: (size: string) => `Afficher l’image, ${size}`,
  ownPicture: 'Votre image',
  pictureFrom: (name: string) => `Image envoyée par ${name}`,
  noPicture: 'Ce fichier se dit une image, mais n’en est pas une qui puisse être affichée.',
  unreadable: 'Il y a ici un fichier impossible à ouvrir.',
  notFetched: {
    gone: 'Ce fichier n’est plus dans le salon.',
    damaged: 'Une partie de ce fichier est impossible à ouvrir. Elle a peut-être été abîmée en chemin.',
    refused: 'Ce fichier n’a pas pu être chargé.',
  },
}
