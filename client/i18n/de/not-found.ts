import type { notFoundTexts as English } from '../en/not-found.ts'

/** The texts for an address that does not exist, in German. */
export const notFoundTexts: typeof English = {
  page: 'Nicht gefunden · private-chat',
  title: 'Hier ist nichts',
  text: 'Vielleicht ist die Adresse vertippt, oder was hier war, ist abgebrannt.',
  way: 'Zur Startseite',
}
