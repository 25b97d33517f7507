import type { preJoinTexts as English } from '../en/pre-join.ts'

/** The texts of what a room asks before somebody joins, in French. */
export const preJoinTexts: typeof English = {
  passwordTitle: 'Ce salon demande un mot de passe',
  passwordText: 'La personne qui vous a envoyé le lien le connaît.',
  passwordWrong: 'Ce n’est pas le mot de passe. Vérifiez les majuscules et réessayez.',
  passwordMissing: 'Saisissez d’abord le mot de passe.',
  enter: 'Entrer',
  nameTitle: 'Ce nom est pris',
  nameText: (taken: string) =>
    `« ${taken} » est pris dans ce salon : quelqu’un porte ce nom, ou le portait en parlant. Un nom reste avec ce qui s’est dit, même si c’était vous. Choisissez un autre nom et entrez.`,
  nameTaken: 'Ce nom est pris.',
  nameRefusedTitle: 'Ce nom ne peut pas servir ici',
  nameRefused: (name: string) =>
    `« ${name} » ressemble à un rôle, à « Vous » ou au nom de ce site. Choisissez un autre nom et entrez.`,
  nameFaulty: (fault: string) => `Votre nom a été refusé. ${fault} Choisissez-en un autre et entrez.`,
  nameStill: 'Ce nom ne peut pas servir ici.',
  greetingTitle: 'Avant d’entrer',
  greetingText: (isEncrypted: boolean) =>
    isEncrypted
      ? 'Ce qui se dit dans ce salon est conservé. Chaque personne choisit le nom qu’elle porte ici.'
      : 'Ce salon n’est pas chiffré, et ce qui s’y dit est conservé. Chaque personne choisit le nom qu’elle porte ici.',
  knockText: 'Donnez un nom et frappez : un hôte du salon vous laissera entrer.',
  knock: 'Frapper',
  fromJoin:
    'En arrivant plus tard, on ne peut pas lire ce qui s’est dit avant : vous voyez ce qui se dit à partir de maintenant.',
  greetingHint: 'Les autres voient ce nom. Ce n’est pas forcément le vrai.',
  ownGreeting: (isEncrypted: boolean) =>
    isEncrypted
      ? 'Ce salon est à vous, et chiffré : vous pouvez lire ce qui s’y dit, et qui gère ce site ne le peut pas. Vos invités voient ceci et choisissent un nom.'
      : 'Ce salon est à vous, et non chiffré : vous pouvez lire ce qui s’y dit, et qui gère ce site le peut aussi. Vos invités voient ceci et choisissent un nom.',
  ownWait:
    'Ce salon est à vous, et pas encore ouvert. Vos invités attendent ici jusqu’à l’ouverture. Vous pouvez l’ouvrir maintenant.',
  openNow: 'Ouvrir maintenant',
  ownRooms: 'Aller à vos salons',
  waitTitle: 'Ce salon n’est pas encore ouvert',
  waitText: 'Vous êtes en avance. Gardez cette page ouverte : elle vous fait entrer à l’ouverture du salon.',
  lobby: 'Aller à l’accueil',
  waitTimer: 'Temps avant l’ouverture',
  waitPassword: 'Il vous faudra un mot de passe.',
  opensAt: (time: string) => `Ouverture : ${time}.`,
}
