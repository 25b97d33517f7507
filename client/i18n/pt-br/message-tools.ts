import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in Brazilian Portuguese. */
export const messageToolsTexts: typeof English = {
  reply: 'Responder',
  react: 'Reagir',
  edit: 'Editar',
  takeBack: 'Retirar',
  notLoaded: 'Não foi possível carregar. Confira sua conexão e tente de novo.',
}
