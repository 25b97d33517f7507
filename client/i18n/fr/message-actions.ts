import type { messageActionsTexts as English } from '../en/message-actions.ts'
import type { Parts } from '../index.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'il a été modifié ailleurs entre-temps.',
  'message-not-found': 'il n’existe plus.',
  'message-too-long': 'il est trop long.',
  'not-allowed': 'seule la personne qui l’a écrit peut le changer.',
  muted: 'un hôte vous a coupé la parole.',
  quiet: 'seuls les hôtes peuvent parler en ce moment.',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in French. */
export const messageActionsTexts: typeof English = {
  replyingTo: <T>(person: T | null, message: T): Parts<T> =>
    person === null ? ['Réponse à vous-même : ', message] : ['Réponse à ', person, ' : ', message],
  editing: 'Modification de votre message',
  cancelReply: 'Ne pas répondre',
  cancelEdit: 'Ne pas modifier',
  answeredGone:
    'Le message auquel vous répondiez n’existe plus. Ce que vous avez écrit est gardé, et sera envoyé sans lui.',
  editedGone:
    'Le message que vous modifiiez n’existe plus. Ce que vous avez écrit est gardé, et sera envoyé comme un nouveau message.',
  onItsWay: { edit: 'Enregistrement…', 'take-back': 'Retrait…' },
  sayFailure: ({ is, failure = '' }) => {
    const why = FAILURES[failure]
    const what = is === 'edit' ? 'Votre modification n’a pas été prise' : 'Ce message n’a pas été retiré'
    return why ? `${what} : ${why}` : `${what}. Réessayez.`
  },
  editAgain: 'Modifier encore',
  dismiss: 'Fermer',
  quote: {
    inReplyTo: 'En réponse à : ',
    you: 'vous',
    colon: ' : ',
    loading: '…',
    absent: 'un message qui ne peut pas être affiché ici',
    takenBack: 'un message qui a été retiré',
    disappeared: 'un message qui a disparu',
    readOnce: 'un message en lecture unique',
    ignored: 'caché, car vous ignorez cette personne',
    unreadable: 'un message impossible à ouvrir avec vos clés',
    blank: 'un message qui n’affiche rien',
    file: 'un fichier',
  },
}
