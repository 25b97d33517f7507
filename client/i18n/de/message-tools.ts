import type { messageToolsTexts as English } from '../en/message-tools.ts'

/** What the buttons beside a message are called, in German. */
export const messageToolsTexts: typeof English = {
  reply: 'Antworten',
  react: 'Reagieren',
  edit: 'Bearbeiten',
  takeBack: 'Zurücknehmen',
  notLoaded: 'Das konnte nicht geladen werden. Prüfe deine Verbindung und versuche es noch einmal.',
}
