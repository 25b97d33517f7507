import type { filesTexts as English } from '../en/files.ts'
import { formatCount, formatList } from '../index.ts'

/** The texts about files and pictures, in German. */
export const filesTexts: typeof English = {
  limits: {
    'no-keys': 'In diesem Raum können keine Dateien gesendet werden.',
    off: 'Dateien sind in diesem Raum ausgeschaltet.',
    crowded: 'Sind mehr als 200 Personen da, senden nur Hosts Dateien.',
    muted: 'Ein Host hat dich stummgeschaltet: Du kannst gerade keine Dateien senden.',
    quiet: 'Gerade dürfen nur Hosts sprechen, deshalb kannst du keine Dateien senden.',
  },
  tooLarge: (names: readonly string[]) =>
    `Eine Datei darf höchstens 25 MB haben. Zu groß: ${formatList(names)}.`,
  attached: (count: number) => `Angehängt: ${formatCount(count, { one: 'Datei', other: 'Dateien' })}.`,
  tray: 'Angehängte Dateien',
  limit:
    'Bis 25 MB pro Datei und 200 MB im Raum. Dateien gehen mit deiner Nachricht hinaus und verschwinden mit dem Raum.',
  preparing: 'Wird vorbereitet …',
  asIs: 'Unverändert',
  asIsHint: 'Mit allem, was darin steht, auch dem Aufnahmeort.',
  motionless: 'Das Bild bewegt sich dann nicht mehr, außer es geht unverändert hinaus.',
  undrawn:
    'Dieses Bild lässt sich hier nicht neu zeichnen. Es geht unverändert hinaus, mit allem, was darin steht, auch dem Aufnahmeort.',
  remove: (name: string) => `${name} entfernen`,
  removeShort: 'Entfernen',
  waiting: 'Wartet …',
  paused: 'Der Raum ist gerade nicht erreichbar. Es geht von selbst weiter.',
  sending: (name: string) => `${name} wird gesendet`,
  fetching: (name: string) => `${name} wird geladen`,
  cancel: 'Abbrechen',
  failed: 'Das konnte nicht gesendet werden. Versuche es noch einmal.',
  failures: {
    'file-gone': 'Die Datei ist nicht mehr da. Hänge sie noch einmal an.',
    'file-stopped': 'Du hast abgebrochen.',
    'file-unreadable': 'Die Datei ist nicht mehr lesbar. Hänge sie noch einmal an.',
    'file-not-found': 'Das hat zu lange gewartet. Versuche es noch einmal.',
    'file-too-large': 'Zu groß: Eine Datei darf 25 MB haben.',
    'storage-full': 'Die 200 MB, die dieser Raum für Dateien hat, sind voll.',
    'files-off': 'Ein Host hat Dateien ausgeschaltet.',
    'not-allowed': 'Sind mehr als 200 Personen da, senden nur Hosts Dateien.',
    'too-many-uploads': 'Du hast hier zu viele unfertige Dateien. Versuche es in zehn Minuten noch einmal.',
    'message-too-long': 'Der Text dazu ist zu lang.',
    'slow-down': 'Das war viel auf einmal. Warte kurz und versuche es dann noch einmal.',
    muted: 'Ein Host hat dich stummgeschaltet. Versuche es später noch einmal.',
    quiet: 'Gerade dürfen nur Hosts sprechen. Versuche es später noch einmal.',
  },
  unnamed: 'Eine Datei',
  save: 'Speichern',
  saveFile: (name: string) => `${name} speichern`,
  again: 'Erneut versuchen',
  show: (size: string) => `Bild zeigen, ${size}`,
  ownPicture: 'Dein Bild',
  pictureFrom: (name: string) => `Bild von ${name}`,
  noPicture: 'Das gibt sich als Bild aus, ist aber keines, das sich zeigen lässt.',
  unreadable: 'Hier ist eine Datei, die sich nicht öffnen lässt.',
  notFetched: {
    gone: 'Diese Datei ist nicht mehr im Raum.',
    damaged: 'Ein Teil dieser Datei lässt sich nicht öffnen. Vielleicht wurde er unterwegs beschädigt.',
    refused: 'Diese Datei konnte nicht geladen werden.',
  },
}
