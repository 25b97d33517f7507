import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in French. */
export const pinnedMessageTexts: typeof English = {
  label: 'Message épinglé',
  unread: 'Nouveau',
  before: 'Un hôte a épinglé un message d’avant votre arrivée.',
  gone: 'Ce message n’existe plus.',
  readOnce: 'Un message en lecture unique.',
  more: 'Tout afficher',
  less: 'Réduire',
  goTo: 'Aller au message',
  unpin: 'Désépingler',
}
