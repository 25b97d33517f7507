import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in Spanish. */
export const messageToolsTexts: typeof English = {
  reply: 'Responder',
  react: 'Reaccionar',
  edit: 'Editar',
  takeBack: 'Retirar',
  notLoaded: 'No se pudo cargar. Revisa tu conexión e inténtalo de nuevo.',
}
