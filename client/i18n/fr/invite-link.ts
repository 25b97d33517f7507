import type { inviteLinkTexts as English } from '../en/invite-link.ts'

/** The texts of a form that asks for an invite link, in French. */
export const inviteLinkTexts: typeof English = {
  title: 'Ce lien est incomplet',
  text: 'La partie après # manque ou est abîmée. C’est la clé : sans elle, personne ne peut lire ce qui se dit ici, pas même le serveur. Demandez le lien entier, ou collez-le ci-dessous.',
  label: 'Lien entier',
  hint: 'De https:// jusqu’au dernier caractère.',
  open: 'Ouvrir le salon',
  notWhole: 'La clé après # manque ou est incomplète. Copiez de nouveau le lien, jusqu’au dernier caractère.',
  noRoom:
    'Le salon de ce lien n’existe pas : il s’est consumé, ou le lien est abîmé. Demandez-en un nouveau.',
  unreachable: 'Le salon est hors d’atteinte. Vérifiez votre connexion, attendez un peu et réessayez.',
  noLink: 'Il n’y a pas là de lien vers un salon. Collez le lien entier.',
}
