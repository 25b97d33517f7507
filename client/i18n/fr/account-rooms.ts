import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatCount, formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

const MESSAGES = { one: 'message', other: 'messages' }
const PEOPLE = { one: 'personne', other: 'personnes' }

/** The texts of the dashboard, in French. */
export const accountRoomsTexts: typeof English = {
  page: 'Vos salons · private-chat',
  title: 'Vos salons',
  loading: 'Chargement de vos salons…',
  again: 'Réessayer',
  stale: 'La liste n’a pas pu être mise à jour. Ce que vous voyez n’est peut-être plus exact.',
  loggedOut:
    'Votre session est terminée. Ce que vous avez saisi reste dans cet onglet jusqu’à votre prochaine connexion, sauf les mots de passe.',
  logIn: 'Se reconnecter',
  emptyTitle: 'Pas encore de salon',
  emptyText:
    'Donnez à votre premier salon un titre et une heure de fermeture. Vous recevrez un lien à faire passer. Les personnes qui l’ouvrent en avance attendent l’ouverture du salon.',
  groups: { open: 'Ouverts', scheduled: 'Prévus', closed: 'Fermés' },
  toForm: 'Prévoir un salon',

  present: (number: number) =>
    number === 0
      ? 'personne en ce moment'
      : formatCount(number, { one: 'personne présente', other: 'personnes présentes' }),
  messages: (number: number) => formatCount(number, MESSAGES),
  upTo: (number: number) => `jusqu’à ${formatCount(number, PEOPLE)}`,
  withPassword: 'mot de passe',
  locked: 'verrouillé',
  encrypted: 'chiffré de bout en bout',
  readable: 'transcription lisible',
  closes: (when: string) => `ouvert jusqu’au ${when}`,
  closed: (when: string) => `fermé depuis le ${when}`,
  keptUntil: (when: string) => `conservé jusqu’au ${when}`,
  closedAndKept: (closed, keptUntil) => `${closed}, ${keptUntil}`,
  span: (from: string, to: string) => `${from} – ${to}`,

  enter: 'Entrer',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  copyInvitation: 'Copier l’invitation',
  invitationCopied: 'Invitation copiée',
  calendar: 'Fichier d’agenda',
  more: 'Plus',
  moreOf: (title: string) => `Plus sur ${title}`,
  edit: 'Modifier',
  sameAgain: 'Reprendre la semaine prochaine',
  endNow: 'Terminer maintenant',
  remove: 'Supprimer',
  transcript: 'Transcription',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format: string) => `Transcription en ${format}`,
  opening: 'Ouverture des messages dans ce navigateur…',
  madeHere: 'La transcription est faite dans ce navigateur, avec la clé qui y est conservée.',
  marked: (number: number) =>
    `La transcription est enregistrée. ${formatCount(number, { one: 'message y est signalé', other: 'messages y sont signalés' })} : impossible à ouvrir avec les clés de ce salon, reçu deux fois ou non chiffré.`,
  odd: {
    unreadable:
      '(Ce message n’a pas pu être ouvert avec les clés du salon, ou c’est la copie d’un message précédent.)',
    plain: (text: string) => `(Non chiffré) ${text}`,
  },
  saved: 'La transcription est enregistrée.',
  archive: {
    save: 'Enregistrer avec les fichiers',
    loading: 'Chargement des fichiers…',
    progress: 'Chargement des fichiers de ce salon',
    paused: 'Le salon est hors d’atteinte. Cela reprendra tout seul.',
    stop: 'Arrêter',
    stopped: 'Arrêté. Rien n’est enregistré.',
    none: 'Il n’y a pas de fichiers dans ce salon.',
    failed: 'L’archive n’a pas pu être créée. Vérifiez votre connexion et réessayez.',
    saved: 'La transcription et tous les fichiers sont enregistrés dans une archive.',
    /** In the transcript, in the place of a file’s name. */
    missing: (name: string) => `${name} (manquant)`,
    incomplete: (number: number) =>
      `L’archive est enregistrée. ${formatCount(number, { one: 'fichier n’a pas pu être chargé', other: 'fichiers n’ont pas pu être chargés' })} : la transcription indique « manquant » à leur place.`,
  },
  unkept: (title: string) =>
    `Ce navigateur n’enregistre rien pour ce site. Copiez maintenant le lien de « ${title} » : si vous fermez cette page, sa clé est perdue.`,
  key: {
    missing:
      'La clé de ce salon n’est pas dans ce navigateur. Collez ici le lien entier, par exemple depuis une invitation que vous avez envoyée : ce navigateur conservera de nouveau la clé.',
    label: inviteLinkTexts.label,
    button: 'Conserver sa clé',
    taken: (title: string) => `La clé de « ${title} » est de nouveau dans ce navigateur.`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'C’est le lien d’un autre salon. Collez le lien de ce salon.',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey:
      'Cette clé n’est pas celle de ce salon : le lien est abîmé. Copiez-le de nouveau là où il a été envoyé.',
    needsPassword:
      'Ce lien va avec un mot de passe. Ouvrez une fois le salon avec les deux dans ce navigateur, et il conservera la clé.',
    fromFile: 'Ou prenez ses clés dans un fichier que vous avez enregistré :',
    noKeyFile: 'Ce n’est pas un fichier de clés de ce site.',
    saveFile: 'Enregistrer le fichier de clés',
    fileSaved:
      'Les clés sont enregistrées. Toute personne qui a ce fichier peut lire ce qui se dit dans le salon : gardez-le à l’abri des regards.',
    save: 'Enregistrer l’invitation',
    saveHint:
      'Le fichier d’agenda et l’invitation enregistrée contiennent le lien entier et sa clé : gardez-les à l’abri des regards.',
    saved: 'C’est enregistré. Le fichier contient la clé du salon : gardez-le à l’abri des regards.',
    inFile:
      'La partie du lien après # est la clé de ce salon : qui l’a peut lire ce qui s’y dit, et personne ne le peut sans elle. Gardez ce fichier à l’abri des regards.',
  },

  invitation: (room) =>
    [
      `Invitation : ${room.title}`,
      `${room.span} (${room.zone})`,
      '',
      `Pour entrer : ${room.inviteLink}`,
      'Pas besoin de compte. Vous pouvez venir en avance : la page vous laisse entrer à l’ouverture du salon.',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['Le salon demande un mot de passe, que vous recevrez à part.'] : []),
    ].join('\n'),
  calendarText: (inviteLink: string) => `Pour entrer : ${inviteLink}`,

  confirm: {
    end: (title: string) => `Terminer « ${title} » maintenant ?`,
    endText: (until: string) =>
      `Tout le monde doit sortir, et personne ne peut plus écrire. Vous pourrez lire ce qui s’est dit jusqu’au ${until}.`,
    endTextGone: 'Tout le monde doit sortir, et tout ce qui s’est dit est supprimé aussitôt.',
    endLabel: 'Terminer',
    remove: (title: string) => `Supprimer « ${title} » ?`,
    removeText: (messages: number) =>
      `Le salon est supprimé avec ${formatCount(messages, MESSAGES)}, sa transcription et son lien. Tout le monde doit sortir. C’est définitif.`,
    removeLabel: 'Supprimer',
    cancelLabel: 'Garder',
  },
  done: {
    scheduled: (title: string) => `« ${title} » est prévu.`,
    opened: (title: string) => `« ${title} » est ouvert.`,
    changed: (title: string) => `« ${title} » est modifié.`,
    ended: (title: string) => `« ${title} » est terminé.`,
    removed: (title: string) => `« ${title} » est supprimé.`,
  },

  form: {
    title: 'Prévoir un salon',
    editTitle: 'Modifier le salon',
    button: 'Prévoir le salon',
    save: 'Enregistrer les modifications',
    name: 'Titre',
    opensAt: 'Ouverture',
    closesAt: 'Fermeture',
    opensHint: 'Laissez ce champ vide pour ouvrir le salon tout de suite.',
    zone: (zone: string) => `Les heures sont dans votre fuseau horaire : ${zone}.`,
    clock: (skewMs: number, rightTime: string) =>
      `L’horloge de cet ordinateur ${skewMs > 0 ? 'avance' : 'retarde'} de ${formatDuration(
        Math.round(Math.abs(skewMs) / 60_000) * 60,
      )}. L’heure exacte : ${rightTime}. Vos salons suivent l’heure exacte.`,
    clockChange: {
      skipped: (meant: string) =>
        `À ce moment, on avance les horloges, et cette heure n’existe pas. C’est ${meant} qui compte.`,
      repeated: (meant: string) =>
        `À ce moment, on recule les horloges, et cette heure vient deux fois. C’est la première qui compte : ${meant}.`,
    },
    options: 'Options',
    summary: (who: string, encrypted: boolean, retainFor: number, password: boolean) =>
      `${who}, ${encrypted ? 'chiffré' : 'non chiffré'}, ${
        retainFor === 0 ? 'non conservé' : `conservé ${formatDuration(retainFor)}`
      }${password ? ', avec mot de passe' : ''}`,
    whoAnyone: 'Toute personne qui a le lien',
    whoUpTo: (number: number) => `Jusqu’à ${formatCount(number, PEOPLE)}`,
    passwordKept: 'Laissez ce champ vide pour garder le mot de passe actuel.',
    removePassword: 'Retirer le mot de passe',
    reading: 'Chiffrement',
    readings: { none: 'Aucun : le serveur peut lire', e2ee: 'De bout en bout' },
    readingHints: {
      none: 'Le serveur enregistre ce qui se dit en clair : vous pouvez le lire, tout comme qui gère ce site. Vos invités le voient avant d’entrer.',
      e2ee: 'La clé reste dans le lien, et le serveur ne l’a jamais. Cette page ne la conserve que dans ce navigateur : la transcription se fait ici et nulle part ailleurs, et sans le lien les messages sont perdus. Vos invités voient combien de temps vous conservez ce qu’ils disent.',
    },
    retain: 'Lisible pour vous après la fin',
    retainHint:
      'Une fois le salon ouvert, vous ne pouvez que raccourcir ce délai, car les personnes entrées l’ont vu.',
    retainFor: (seconds: number) => (seconds === 0 ? 'pas du tout' : formatDuration(seconds)),
    errors: {
      title: `Utilisez de 1 à ${TITLE_MAX} caractères visibles.`,
      opensAt: 'Indiquez une date et une heure, ou laissez vide pour ouvrir le salon tout de suite.',
      closesAt: 'Choisissez quand le salon ferme.',
      past: 'Cette heure est passée. Choisissez-en une plus tardive.',
      order: 'Un salon ferme après son ouverture.',
      far: 'Choisissez une date d’ici un an.',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': 'Vous avez déjà un salon de ce titre. Choisissez-en un autre.',
    'too-many-rooms': `Vous avez ${formatNumber(ACCOUNT_ROOMS_MAX)} salons, c’est le maximum. Supprimez-en un d’abord.`,
    'room-not-found': 'Ce salon n’existe déjà plus.',
    'room-not-open': 'Ce salon n’est pas ouvert.',
    'keys-not-kept':
      'Ce navigateur ne conserve pas de clés : si l’on frappe à la porte, ou si l’on ne voit que la suite, vous ne pourriez pas ouvrir votre propre salon. Choisissez « Ouverte » et « Tout », ou utilisez une fenêtre ordinaire plutôt qu’une fenêtre privée.',
    'rotate-instead':
      'Ce navigateur n’a pas les clés, ou pas le mot de passe, qu’il faut à une porte ouverte. Créez un nouveau lien dans le menu du salon, puis ouvrez la porte à cet endroit.',
  },
}
