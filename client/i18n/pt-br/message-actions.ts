import type { messageActionsTexts as English } from '../en/message-actions.ts'

const FAILURES: Partial<Record<string, string>> = {
  'stale-edit': 'ela foi editada em outro lugar nesse meio-tempo.',
  'message-not-found': 'ela não existe mais.',
  'message-too-long': 'ela é longa demais.',
  'not-allowed': 'só quem a escreveu pode mudá-la.',
  muted: 'um anfitrião silenciou você.',
  quiet: 'agora só anfitriões podem falar.',
}

/** The texts of what one does with messages: answering, reacting, editing, taking back; in Brazilian Portuguese. */
export const messageActionsTexts: typeof English = {
  replyingTo: (person, message) =>
    person === null
      ? ['Respondendo à sua própria mensagem: ', message]
      : ['Respondendo a ', person, ': ', message],
  editing: 'Editando sua mensagem',
  cancelReply: 'Não responder',
  cancelEdit: 'Não editar',
  answeredGone:
    'A mensagem que você respondia não existe mais. O que você escreveu está guardado e é enviado sem ela.',
  editedGone:
    'A mensagem que você editava não existe mais. O que você escreveu está guardado e é enviado como uma nova.',
  onItsWay: { edit: 'Salvando…', 'take-back': 'Retirando…' },
  sayFailure: ({ is, failure = '' }) => {
    const why = FAILURES[failure]
    const what = is === 'edit' ? 'Sua edição não foi salva' : 'A mensagem não foi retirada'
    return why ? `${what}: ${why}` : `${what}. Tente de novo.`
  },
  editAgain: 'Editar de novo',
  dismiss: 'Dispensar',
  quote: {
    inReplyTo: 'Em resposta a ',
    you: 'você',
    colon: ': ',
    loading: '…',
    absent: 'uma mensagem que não pode ser mostrada aqui',
    takenBack: 'uma mensagem que foi retirada',
    disappeared: 'uma mensagem que desapareceu',
    readOnce: 'uma mensagem para ler uma vez',
    ignored: 'oculta porque você ignora esta pessoa',
    unreadable: 'uma mensagem que não pode ser aberta com suas chaves',
    blank: 'uma mensagem que não mostra nada',
    file: 'um arquivo',
  },
}
