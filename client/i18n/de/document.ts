import type { documentTexts as English } from '../en/document.ts'

/** The texts of the document itself, which stand there before any script runs, in German. */
export const documentTexts: typeof English = {
  description: 'Chaträume, die von selbst abbrennen. Ohne Konto: Raum öffnen, Link teilen, reden.',
  unloaded:
    'Diese Seite konnte nicht geladen werden oder wurde unterwegs verändert. Prüfe deine Verbindung und lade sie dann neu.',
  noScript:
    'private-chat braucht JavaScript, um Räume zu öffnen und Nachrichten zu zeigen. Bitte schalte es für diese Website ein und lade neu.',
}
