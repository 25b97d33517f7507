import type { shownKeyTexts as English } from '../en/shown-key.ts'

/** The texts about the key in an invite link that was opened, in French. */
export const shownKeyTexts: typeof English = {
  title: 'Le serveur a vu la clé de ce salon',
  text: 'Quelque chose, entre la personne qui vous a envoyé le lien et vous, y a remplacé le # par %23 : votre navigateur a donc envoyé la clé avec l’adresse. Qui gère ce serveur pourrait lire ce qui se dit ici.',
  advice:
    'Si cela compte pour vous, ne dites rien de secret ici : créez un nouveau salon et envoyez son lien par un autre moyen, par exemple un code QR.',
  renew:
    'Ou regardez qui est ici, et créez un nouveau lien : qui ne connaît que l’ancien ne peut pas lire ce qui se dit ensuite.',
  newLink: 'Nouveau lien',
  stay: 'Rester dans ce salon',
  newRoom: 'Créer un nouveau salon',
  wrong:
    'La clé de ce lien est abîmée : personne ici ne peut lire ce que vous écrivez, et vous ne pouvez pas lire les autres. Ouvrez le lien entier.',
}
