import type { entryRulesTexts as English } from '../en/entry-rules.ts'

/** The texts of the rules about who comes in, what they see, who may end the room, when its time begins and files, in French. */
export const entryRulesTexts: typeof English = {
  door: {
    label: 'La porte',
    choices: { open: 'Ouverte', knock: 'On frappe' },
    hints: {
      open: 'Toute personne qui a le lien entre tant qu’il y a une place.',
      knock: 'Toute personne qui a le lien donne un nom et attend qu’un hôte la laisse entrer.',
    },
  },
  history: {
    label: 'Qui arrive plus tard voit',
    choices: { all: 'Tout', 'from-join': 'La suite' },
    hints: {
      all: 'On peut lire ce qui s’est dit avant.',
      'from-join': 'On ne peut pas lire ce qui s’est dit avant.',
    },
  },
  destroyBy: {
    label: 'Qui peut mettre fin au salon',
    choices: { anyone: 'Tout le monde', host: 'Ses hôtes' },
    hints: {
      anyone: 'Toute personne dans le salon peut le détruire et déplacer sa fin.',
      host: 'Seuls les hôtes peuvent le détruire ou déplacer sa fin.',
    },
  },
  starts: {
    label: 'Quand la mèche s’allume',
    choices: { second: 'Dès que vous êtes deux', now: 'Tout de suite' },
    hints: {
      second: 'Le temps court dès qu’une autre personne est là depuis dix secondes, ou a dit quelque chose.',
      now: 'Le temps court dès que vous créez le salon.',
    },
  },
  files: {
    label: 'Fichiers et images',
    choices: { on: 'Oui', off: 'Non' },
    hints: {
      on: 'On peut envoyer des fichiers et des images, jusqu’à 25 Mo chacun. Ils disparaissent avec le salon.',
      off: 'Personne ne peut envoyer de fichiers ni d’images.',
    },
  },
}
