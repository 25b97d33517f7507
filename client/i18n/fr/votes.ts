import type { votesTexts as English } from '../en/votes.ts'
import { formatCount, formatNumber } from '../index.ts'

const countVotes = (votes: number) => formatCount(votes, { one: 'voix', other: 'voix' })

/** The texts of questions and polls, in French. */
export const votesTexts: typeof English = {
  title: 'Autres possibilités',
  ask: 'Poser une question',
  makePoll: 'Faire un sondage',
  disappear: 'Faire disparaître les messages',
  questions: 'Questions',
  cancel: 'Annuler',
  send: 'Envoyer',
  yourQuestion: 'Votre question',
  askHint: 'Les autres peuvent la soutenir, et les hôtes voient ce que le plus de monde veut savoir.',
  noQuestion: 'Écrivez d’abord la question.',
  tooLong: 'C’est trop long pour un seul message. Raccourcissez.',
  choices: 'Choix',
  choice: (number: number) => `Choix ${formatNumber(number)}`,
  addChoice: 'Ajouter un choix',
  removeChoice: (number: number) => `Retirer le choix ${formatNumber(number)}`,
  choiceFaults: {
    empty: 'Écrivez un choix : un sondage en a deux ou plus.',
    long: 'Un choix a 200 caractères au plus.',
    unseen: 'Utilisez seulement des caractères visibles.',
    same: 'Ce choix existe déjà.',
  },
  perPerson: 'Chaque personne a',
  oneChoice: 'Un choix',
  severalChoices: 'Plusieurs',
  question: 'Question',
  answered: 'Répondu',
  answeredOne: (question: string) => `Répondu : ${question}`,
  voteUp: (votes: number) => `Soutenir, ${countVotes(votes)}`,
  poll: 'Sondage',
  pollClosed: 'Sondage, terminé',
  votes: countVotes,
  total: (votes: number, isClosed: boolean) =>
    isClosed ? `Résultat final : ${countVotes(votes)}.` : `${countVotes(votes)}.`,
  several: 'Vous pouvez en choisir plusieurs.',
  asServerCounts: 'Selon le compte du serveur : il ne peut pas lire les choix.',
  takeBack: 'Retirer ma voix',
  closePoll: 'Terminer le sondage',
  closed: 'Le sondage est terminé.',
  waiting: 'Votre voix est en chemin.',
  notLoaded: 'Vous ne pouvez pas voter ici : ce navigateur n’a pas la clé pour cela.',
  failures: {
    'voting-closed': 'Votre voix est arrivée trop tard : le vote est terminé.',
    'too-many-reactions': 'Votre voix n’a pas été comptée : vous pouvez en choisir huit au plus.',
    'message-not-found': 'Votre voix n’a pas été comptée : le message est introuvable.',
  },
  failed: 'Votre voix n’a pas été comptée. Choisissez de nouveau.',
  noQuestions: 'Pas encore de questions.',
  earlier: 'Chercher aussi dans les messages précédents',
}
