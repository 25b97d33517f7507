import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in French. */
export const goToMessageTexts: typeof English = {
  loading: 'Chargement des messages jusque-là…',
  gone: 'Ce message date d’avant votre arrivée, ou n’existe plus.',
  failed: 'Ce message n’a pas pu être chargé. Vérifiez votre connexion et réessayez.',
}
