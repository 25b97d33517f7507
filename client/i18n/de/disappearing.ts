import type { disappearingTexts as English } from '../en/disappearing.ts'
import { formatDuration, formatNumber, type Parts } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'Sie ist nicht mehr da: Ihre Zeit ist um.',
  'not-allowed': 'Es haben sie schon so viele gelesen, wie dürfen.',
  'slow-down': 'Das war viel auf einmal. Warte kurz und versuche es dann noch einmal.',
  unreachable: 'Der Raum ist nicht erreichbar. Versuche es noch einmal.',
}

/** The texts of messages that disappear and of those that are read once, in German. */
export const disappearingTexts: typeof English = {
  after: 'Verschwindet nach',
  never: 'Nie',
  once: 'Einmal lesbar',
  notOnce: 'Nein',
  staysHint: 'Für jede Nachricht, die du sendest, bis du es über dem Feld wegnimmst.',
  onceHint:
    'Nur für die nächste Nachricht: Sie ist verdeckt, bis jemand sie aufdeckt, und verschwindet nach dieser Zeit. Nach spätestens einer Stunde ist sie für alle weg.',
  honest: 'Wer sie liest, kann sie kopieren.',
  tooMany: (most: number) =>
    `Einmal lesbare Nachrichten gibt es in Räumen für bis zu ${formatNumber(most)} Personen.`,
  noFiles: 'Dateien können nicht einmal lesbar sein. Sende oder entferne zuerst die neben dem Feld.',
  filesOnce: 'Dateien können nicht einmal lesbar sein. Nimm zuerst „Einmal lesbar“ weg.',
  choose: 'Übernehmen',
  cancel: 'Abbrechen',
  duration: formatDuration,
  chosen: {
    expires: (seconds: number) => `Verschwindet nach ${formatDuration(seconds)}`,
    burn: (seconds: number) => `Einmal lesbar, ${formatDuration(seconds)} lang`,
  },
  remove: { expires: 'Nicht verschwinden lassen', burn: 'Nicht einmal lesbar' },
  sentOnce: <T>(person: T): Parts<T> => [person, ' hat eine einmal lesbare Nachricht gesendet.'],
  wasRead: <T>(person: T): Parts<T> => [
    person,
    ' hat eine Nachricht gesendet, die du gelesen hast. Hier ist sie weg.',
  ],
  shownFor: (seconds: number) => `Nach dem Aufdecken siehst du sie ${formatDuration(seconds)} lang.`,
  reveal: 'Aufdecken',
  sayFailure: (code: string) => FAILURES[code] ?? 'Das hat nicht geklappt. Versuche es noch einmal.',
  goneIn: (seconds: number) => `Weg in ${formatRoughDuration(seconds)}`,
  readBy: (read: number, of: number) =>
    of === 0
      ? 'Einmal lesbar. Sonst war niemand hier.'
      : `Einmal lesbar: ${formatNumber(read)} von ${formatNumber(of)} haben sie gelesen.`,
  disappearsIn: (seconds: number) => `Verschwindet in ${formatRoughDuration(seconds)}`,
}
