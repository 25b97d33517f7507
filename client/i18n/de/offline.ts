import type { offlineTexts as English } from '../en/offline.ts'

/** The texts of the page that is shown where the network is away, in German. */
export const offlineTexts: typeof English = {
  page: 'Keine Verbindung · private-chat',
  title: 'Keine Verbindung',
  text: 'Was in Räumen gesagt wird, wird nie auf diesem Gerät gespeichert. Ohne Verbindung gibt es hier deshalb nichts zu sehen. Sobald wieder eine da ist, öffnet sich diese Seite von selbst.',
  again: 'Erneut versuchen',
}
