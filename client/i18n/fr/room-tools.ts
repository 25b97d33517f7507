import type { roomToolsTexts as English } from '../en/room-tools.ts'
import { formatDuration, formatNumber, pickPlural } from '../index.ts'

/** The texts of a room's menu and dialogs, in French. */
export const roomToolsTexts: typeof English = {
  keep: 'Garder',
  stay: 'Rester',
  refusals: {
    'not-allowed': 'C’est réservé aux hôtes.',
    'not-signed-in':
      'Votre session est terminée. Fermez ceci et reconnectez-vous : le bouton est au-dessus du champ de message.',
    'host-present': 'Un hôte était là il y a moins de deux minutes. Réessayez dans un moment.',
    'not-away': 'Cette personne est revenue, ou était là il y a un instant : sa place reste à elle.',
  },
  destroy: {
    title: 'Détruire ce salon ?',
    text: 'Tout le monde doit sortir aussitôt, et chaque message est supprimé. C’est définitif.',
    transcript: 'La transcription pour l’animation est supprimée aussi.',
    confirmLabel: 'Détruire',
  },
  leave: {
    title: 'Quitter ce salon ?',
    draft: 'Ce que vous avez écrit n’est pas encore envoyé et sera perdu.',
    waiting: (count: number) =>
      pickPlural(count, {
        one: 'Un message n’est pas encore envoyé et sera perdu.',
        other: `${formatNumber(count)} messages ne sont pas encore envoyés et seront perdus.`,
      }),
    handOver: 'La personne que vous choisissez devient hôte.',
    longest: 'La personne présente depuis le plus longtemps devient hôte.',
    heir: 'Confier le salon à',
    seat: 'Votre place se libère. Seul un lien valable vous permet, à vous ou à d’autres, d’entrer de nouveau.',
    locked: 'La porte est verrouillée : vous ne pourrez pas revenir avant que l’hôte la déverrouille.',
    confirmLabel: 'Quitter',
  },
  remove: {
    title: (alias: string) => `Exclure ${alias} ?`,
    text: 'Cette personne doit sortir aussitôt, et ne peut pas revenir à la même place. Ce qu’elle a dit reste.',
    sameLink:
      'Le lien qu’elle a lui permet de revenir, sous un autre nom, tant que la porte n’est pas verrouillée.',
    locked: 'La porte est verrouillée : le lien qu’elle a ne lui permet pas de revenir.',
    lock: 'Verrouiller d’abord la porte',
    lockHint:
      'Personne d’autre ne pourra entrer, jusqu’à ce que vous la déverrouilliez dans le menu de ce salon.',
    confirmLabel: 'Exclure',
    cancelLabel: 'Ne pas exclure',
    done: (alias: string, locked: boolean) =>
      locked
        ? `La porte est verrouillée, et ${alias} n’est plus dans le salon.`
        : `${alias} n’est plus dans le salon.`,
  },
  away: {
    title: 'Places gardées',
    list: 'Personnes absentes',
    about: (alias, since) => `${alias} : ${since}.`,
    since: (time: string) => `absence depuis ${time}`,
    soon: 'Vous pourrez libérer cette place après une minute.',
    freeOne: (alias: string) => `Libérer la place : ${alias}`,
    ask: (alias: string) => `Libérer la place occupée par ${alias} ?`,
    text: 'La place ira à la prochaine personne qui vient. Il ne s’agit pas d’une exclusion : avec un lien valable, on peut revenir tant qu’il y a une place. Ce que cette personne a dit reste.',
    confirmLabel: 'Libérer la place',
    cancelLabel: 'Garder la place',
    done: (alias: string) => `La place occupée par ${alias} est libre.`,
  },
  menu: 'Ce salon',
  becomeHost: 'Devenir hôte',
  noHost: 'Il n’y a pas d’hôte ici.',
  nowHost: 'Vous êtes maintenant hôte.',
  rules: {
    open: 'Règles de ce salon',
    quiet: 'Silence',
    quietHint: 'Seuls les hôtes parlent.',
    files: 'Fichiers et images',
    filesHint: 'On peut en envoyer ici.',
    slow: 'Temps entre deux messages',
    off: 'Aucun',
    seconds: (seconds: number) =>
      seconds < 60 ? `${formatNumber(seconds)} s` : `${formatNumber(seconds / 60)} min`,
    done: 'Terminé',
  },
  ends: (when: string) => `La mèche brûle jusqu’à ${when}.`,
  closes: (when: string) => `Ouvert jusqu’à ${when}.`,
  endsSliding: (lifetime: number) => `Se consume ${formatDuration(lifetime)} après le dernier message.`,
  lock: 'Verrouiller la porte',
  lockHint: 'Personne d’autre ne peut entrer. Les personnes présentes restent.',
  door: {
    label: 'On frappe d’abord',
    hint: 'Qui vient par le lien attend à la porte jusqu’à ce qu’un hôte ouvre.',
    fromJoin: 'On ne peut pas lire ce qui s’est dit avant.',
    noLink: 'Le lien est désactivé : aucun ne mène plus à la porte.',
    refusals: {
      'password-required':
        'Ce navigateur ne connaît pas le mot de passe du lien. Créez d’abord un nouveau lien, puis ouvrez la porte.',
      'keys-not-kept':
        'Votre navigateur ne conserve pas de clés ici : après un rechargement, vous ne pourriez laisser entrer personne. Utilisez une fenêtre ordinaire plutôt qu’une fenêtre privée.',
      'wrong-link': 'Quelqu’un à la porte est venu par un autre lien, et n’a pas pu entrer.',
    },
  },
  fromJoin: 'En arrivant plus tard, on ne peut pas lire ce qui s’est dit avant.',
  shareLink: 'Lien et code QR',
  rename: {
    change: 'Changer de nom',
    done: (alias: string) => `Vous vous appelez maintenant ${alias}.`,
    refusals: {
      'alias-taken': 'Quelqu’un porte ce nom ici, ou l’a porté en parlant. Choisissez-en un autre.',
      'invalid-request':
        'Cela ressemble à un rôle, à « Vous » ou au nom de ce site. Choisissez un autre nom.',
    },
  },
  safety: {
    title: 'Mots de sécurité',
    text: 'Lisez-vous ces cinq mots à voix haute, au téléphone par exemple. Les mêmes mots veulent dire le même lien : personne ne s’est glissé entre vous.',
    show: 'Afficher les mots de sécurité',
    busy: 'Un instant…',
    failed: 'Ils n’ont pas pu être chargés. Vérifiez votre connexion et réessayez.',
    numbers: 'Pour une personne qui lit une autre langue, en nombres :',
  },
  safetyOfPeople: {
    text: 'Chaque personne a cinq mots à elle. Appelez l’autre ou voyez-vous : elle lit les siens, puis vous lisez les vôtres. Si les mêmes mots s’affichent ici des deux côtés, personne ne s’est glissé entre vous. Ils ne changent pas tant qu’on garde sa place : une fois suffit.',
    list: 'Mots de sécurité des personnes ici',
    you: 'vous',
    show: 'Afficher les mots',
    showOf: (alias: string) => `Afficher les mots : ${alias}`,
    showOwn: 'Afficher vos propres mots',
    noKey: 'Pas de mots : la clé est illisible.',
  },
  build: {
    check: (version: string, commit: string | null, isChanged: boolean) => {
      const source = commit === null ? 'commit inconnu' : `commit ${commit}`
      return `Version ${version}, ${source}${isChanged ? ', modifiée depuis' : ''} : vérifiez-la depuis un ordinateur à vous avec`
    },
    unknown: 'Cette page n’indique pas sa version.',
  },
  privacy: 'Ce qui reste privé, et ce qui ne peut pas l’être',
  keptInEu: 'Conservé dans l’UE : la plateforme y fait tourner ce salon, et y stocke ce qu’elle a de lui.',
  removables: 'Personnes que vous pouvez exclure',
  removablesTitle: 'Qui est ici',
  removeOne: (alias: string) => `Exclure ${alias}`,
  share: {
    title: 'Inviter dans ce salon',
    two: 'Le lien laisse entrer une personne de plus.',
    some: 'Toute personne qui a le lien peut entrer tant qu’il y a une place.',
    full: 'Toutes les places sont prises : le lien laissera entrer quelqu’un quand une se libère.',
    free: 'Dans le menu, vous pouvez libérer la place d’une personne absente.',
    locked: 'La porte est verrouillée : personne d’autre ne peut entrer avant qu’elle soit déverrouillée.',
    password: 'Il faudra aussi le mot de passe.',
    code: 'Code QR du lien vers ce salon',
    scan: 'Ou visez ce code avec l’appareil photo d’un téléphone.',
    tooLong: 'Le lien est trop long pour un code QR.',
    system: 'Partager…',
  },
}
