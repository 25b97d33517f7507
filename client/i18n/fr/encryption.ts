import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { encryptionTexts as English } from '../en/encryption.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in French. Each is one sentence, and true by itself. */
export const encryptionTexts: typeof English = {
  sealed:
    'Le serveur ne peut lire ni ce qui se dit ici, ni vos noms ; il voit quand chaque personne écrit, et en quelle quantité.',
  link: 'Toute personne qui a le lien peut entrer et lire ce qui s’est dit.',
  linkAndPassword:
    'Toute personne qui a le lien et le mot de passe peut entrer et lire ce qui s’est dit ; un mot de passe court peut être deviné par qui a le lien et ce que le serveur enregistre.',
  knock:
    'Toute personne qui a le lien vient à la porte, et reçoit la clé de ce qui s’est dit dès qu’un hôte lui ouvre.',
  fromJoin:
    'Toute personne qui a le lien vient à la porte, et reçoit en entrant une nouvelle clé, qui n’ouvre rien de ce qui s’est dit avant, quoi que le serveur enregistre.',
  fromJoinLarge:
    'Toute personne qui a le lien vient à la porte, et seul le serveur lui cache ce qui s’est dit avant son entrée : avec autant de places, les clés ne changent pas.',
  closed: 'Le lien est désactivé : il n’ouvre plus rien.',
  closedForTwo:
    'Le lien est désactivé : il n’ouvre plus rien ; si l’une de vos deux pages est perdue, « Nouveau lien » dans le menu permet de revenir.',
  removal: 'Une personne exclue ne peut pas lire ce qui se dit une fois les clés changées.',
  removalDue:
    'Une personne exclue peut encore lire ce qui se dit, jusqu’à ce que la page d’un hôte ait changé les clés.',
  large: `Au-delà de ${formatNumber(ROTATION_SEATS_MAX)} places prises, une exclusion change le lien, mais pas les clés : l’ancien lien ne laisse entrer personne ; une personne exclue garde ce qu’elle pouvait lire.`,
  largeDue: 'Une personne exclue peut revenir par le lien, jusqu’à ce que la page d’un hôte l’ait changé.',
  forgets:
    'Ce navigateur ne peut pas conserver de clés : après un rechargement, vous revenez par le lien, à une autre place.',
  forgetsAtDoor:
    'Ce navigateur ne peut pas conserver de clés : après un rechargement, il faut de nouveau vous laisser entrer, et la personne qui a créé le salon ne peut plus revenir.',
  forgetsAll:
    'Ce navigateur ne peut pas conserver de clés : après un rechargement, vous ne pouvez pas revenir sans un nouveau lien.',
}
