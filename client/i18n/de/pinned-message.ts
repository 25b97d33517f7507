import type { pinnedMessageTexts as English } from '../en/pinned-message.ts'

/** The texts of the message that stands on top of a room, in German. */
export const pinnedMessageTexts: typeof English = {
  label: 'Angeheftete Nachricht',
  unread: 'Neu',
  before: 'Ein Host hat eine Nachricht angeheftet, die vor deiner Zeit geschrieben wurde.',
  gone: 'Diese Nachricht ist nicht mehr da.',
  readOnce: 'Eine einmal lesbare Nachricht.',
  more: 'Alles zeigen',
  less: 'Weniger zeigen',
  goTo: 'Zur Nachricht',
  unpin: 'Lösen',
}
