import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in Brazilian Portuguese. */
export const pinnedMessageTexts: typeof English = {
  label: 'Mensagem fixada',
  unread: 'Nova',
  before: 'Um anfitrião fixou uma mensagem de antes de você chegar.',
  gone: 'Esta mensagem não existe mais.',
  readOnce: 'Uma mensagem para ler uma vez.',
  more: 'Ver tudo',
  less: 'Ver menos',
  goTo: 'Ir para a mensagem',
  unpin: 'Desafixar',
}
