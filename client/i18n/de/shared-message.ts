import type { sharedMessageTexts as English } from '../en/shared-message.ts'
import { formatList, pickPlural } from '../index.ts'

/** The texts about something that was shared to the app, in German. */
export const sharedMessageTexts: typeof English = {
  title: 'Deine erste Nachricht',
  text: 'Sie liegt im Nachrichtenfeld des Raums bereit, den du hier erstellst. Gesendet ist noch nichts.',
  pictures: (names) => `${pickPlural(names.length, { one: 'Bild', other: 'Bilder' })}: ${formatList(names)}`,
  discard: 'Verwerfen',
  lost: {
    title: 'Was du geteilt hast, ist nicht mehr da',
    text: 'Es wird nie gespeichert und wartet nur ein paar Minuten. Bitte teile es noch einmal.',
  },
  lostOnTheWay:
    'Was du geteilt hast, ist hier nicht angekommen. Bitte kopiere es noch einmal und füge es in das Nachrichtenfeld ein.',
}
