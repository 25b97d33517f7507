import type { messageActionsTexts as English } from '../en/message-actions.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'mientras tanto se editó en otro lugar.',
  'message-not-found': 'ya no está.',
  'message-too-long': 'es demasiado largo.',
  'not-allowed': 'solo quien lo escribió puede cambiarlo.',
  muted: 'un anfitrión te silenció.',
  quiet: 'ahora solo pueden hablar los anfitriones.',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in Spanish. */
export const messageActionsTexts: typeof English = {
  replyingTo: (person, message) =>
    person === null ? ['Respondes a tu propio mensaje: ', message] : ['Respondes a ', person, ': ', message],
  editing: 'Editas tu mensaje',
  cancelReply: 'No responder',
  cancelEdit: 'No editar',
  answeredGone: 'El mensaje al que respondías ya no está. Lo que escribiste se conserva y se envía sin él.',
  editedGone: 'El mensaje que editabas ya no está. Lo que escribiste se conserva y se envía como uno nuevo.',
  onItsWay: { edit: 'Guardando…', 'take-back': 'Retirando…' },
  sayFailure: ({ is, failure = '' }) => {
    const why = FAILURES[failure]
    const what = is === 'edit' ? 'Tu cambio no se guardó' : 'El mensaje no se retiró'
    return why ? `${what}: ${why}` : `${what}. Inténtalo de nuevo.`
  },
  editAgain: 'Editar de nuevo',
  dismiss: 'Descartar',
  quote: {
    inReplyTo: 'En respuesta a ',
    you: 'ti',
    colon: ': ',
    loading: '…',
    absent: 'un mensaje que no se puede mostrar aquí',
    takenBack: 'un mensaje que se retiró',
    disappeared: 'un mensaje que desapareció',
    readOnce: 'un mensaje para leer una vez',
    ignored: 'oculto porque ignoras a esta persona',
    unreadable: 'un mensaje que no se puede descifrar con tus claves',
    blank: 'un mensaje que no muestra nada',
    file: 'un archivo',
  },
}
