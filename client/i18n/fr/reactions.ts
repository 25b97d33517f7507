import type { reactionsTexts as English } from '../en/reactions.ts'
import { formatCount, formatList } from '../index.ts'

/** The texts of reactions, in French. */
export const reactionsTexts: typeof English = {
  title: 'Réagir',
  emoji: 'Émoji',
  names: [
    ...['pouce levé', 'pouce baissé', 'cœur', 'larmes de joie', 'sourire', 'surprise', 'tristesse', 'colère'],
    ...['fête', 'merci', 'applaudissements', 'feu', 'regard', 'réflexion', 'cent', 'coche'],
    ...['croix', 'étoile', 'fusée', 'idée', 'salut', 'force', 'poignée de main', 'café'],
  ],
  words: {
    yes: 'Oui',
    no: 'Non',
    thanks: 'Merci',
    agreed: 'D’accord',
    later: 'Plus tard',
    done: 'C’est fait',
    'on-it': 'Je m’en occupe',
    'plus-one': '+1',
  },
  counted: (shown: string, count: number, isMine: boolean) =>
    isMine ? `${shown} ${count}, dont la vôtre` : `${shown} ${count}`,
  others: (count: number) => formatCount(count, { one: 'autre réaction', other: 'autres réactions' }),
  reactions: 'Réactions',
  you: 'vous',
  somebody: 'quelqu’un qui n’est plus là',
  who: (names: readonly string[]) => formatList([...names]),
  asServerCounts: 'Selon le compte du serveur : il ne peut pas les lire.',
  notLoaded: 'Vous ne pouvez pas réagir ici : ce navigateur n’a pas la clé pour cela.',
  failures: {
    'voting-closed': 'Votre réaction n’a pas été prise : ce message n’en accepte plus.',
    'too-many-reactions':
      'Votre réaction n’a pas été prise : un message en a au plus huit de vous, et 24 différentes.',
    'message-not-found': 'Votre réaction n’a pas été prise : le message n’existe plus.',
  },
  failed: 'Votre réaction n’a pas été prise. Réessayez.',
}
