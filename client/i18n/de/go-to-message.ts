import type { goToMessageTexts as English } from '../en/go-to-message.ts'

/** The texts on the way to a message, in German. */
export const goToMessageTexts: typeof English = {
  loading: 'Die Nachrichten bis dorthin werden geladen …',
  gone: 'Diese Nachricht ist aus der Zeit, bevor du kamst, oder nicht mehr da.',
  failed: 'Diese Nachricht konnte nicht geladen werden. Prüfe deine Verbindung und versuche es noch einmal.',
}
