import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in Spanish. */
export const pinnedMessageTexts: typeof English = {
  label: 'Mensaje fijado',
  unread: 'Nuevo',
  before: 'Un anfitrión fijó un mensaje de antes de que llegaras.',
  gone: 'Este mensaje ya no está.',
  readOnce: 'Un mensaje para leer una vez.',
  more: 'Ver todo',
  less: 'Ver menos',
  goTo: 'Ir al mensaje',
  unpin: 'No fijar',
}
