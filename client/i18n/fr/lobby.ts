import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatCount, formatDuration } from '../index.ts'

/** The texts of the lobby, in French. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · des salons qui se consument',
  headline: 'Des mots qui ne restent pas',
  lead: 'Ouvrez un salon, partagez son lien, parlez. Quand la mèche a fini de brûler, le salon disparaît, et chaque mot avec lui.',
  nameHint: 'Ce que voient les autres. Gardé sur cet appareil seulement.',
  anotherName: 'Un autre nom',
  create: 'Créer le salon',
  creating: 'Création de votre salon…',
  notIn: 'Votre salon est prêt, mais vous n’y êtes pas encore : il était hors d’atteinte.',
  options: 'Options',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}, ${formatDuration(seconds)}${sliding ? ' après le dernier mot' : ''}${hasPassword ? ', avec mot de passe' : ''}${knock ? ', on frappe' : ''}`,
  whoTwo: 'Deux personnes',
  whoAnyone: 'Toute personne qui a le lien',
  upTo: (count: number) => `Jusqu’à ${formatCount(count, { one: 'personne', other: 'personnes' })}`,
  promises: [
    'Pas de compte, pas de pistage, aucun autre site en jeu.',
    'Toute personne qui a le lien peut entrer tant qu’il y a une place, jusqu’à ce que vous le remplaciez ou le désactiviez.',
    'Un salon créé ici est chiffré dans votre navigateur, noms compris, et supprimé du serveur à la fin.',
  ],
  unreachable: 'Le serveur est hors d’atteinte. Vérifiez votre connexion et réessayez.',
  haveLink: 'Vous avez un lien ?',
  privacy: 'Ce qui reste privé, et ce qui ne peut pas l’être',
  facilitators: 'Animer des salons',
}
