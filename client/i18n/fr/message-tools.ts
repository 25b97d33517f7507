import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in French. */
export const messageToolsTexts: typeof English = {
  reply: 'Répondre',
  react: 'Réagir',
  edit: 'Modifier',
  takeBack: 'Retirer',
  notLoaded: 'Cela n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
}
