import type { voiceTexts as English } from '../en/voice.ts'

/** The texts about voice messages, in German. */
export const voiceTexts: typeof English = {
  fileName: 'Sprachnachricht',
  recording: 'Aufnahme',
  started: (most: string) => `Aufnahme läuft, höchstens ${most}. Escape bricht ab.`,
  most: (most: string) => `von ${most}`,
  stop: 'Stopp',
  cancel: 'Abbrechen',
  canceled: 'Nichts wurde aufgenommen.',
  recorded: (length: string) => `Aufgenommen: ${length}. Die Aufnahme geht mit deiner Nachricht hinaus.`,
  full: (most: string) => `Länger als ${most} geht nicht. Die Aufnahme endet dort und bleibt erhalten.`,
  tooShort:
    'Das war zu kurz. Halte den Knopf, während du sprichst, oder tippe ihn an, sprich und drücke Stopp.',
  refusals: {
    NotAllowedError:
      'Das Mikrofon ist hier nicht erlaubt. Erlaube es dieser Seite in den Einstellungen deines Browsers und nimm dann noch einmal auf.',
    NotFoundError: 'Kein Mikrofon gefunden. Schließ eines an und nimm dann noch einmal auf.',
    NotReadableError:
      'Das Mikrofon ist gerade nicht frei: Vielleicht benutzt es ein anderes Programm. Schließ das und nimm dann noch einmal auf.',
  },
  failed: 'Hier ließ sich nichts aufnehmen. Prüfe dein Mikrofon und nimm dann noch einmal auf.',
  own: 'Deine Sprachnachricht',
  from: (name: string) => `Sprachnachricht von ${name}`,
  play: (length: string) => `Abspielen, ${length}`,
  pause: 'Pause',
  position: 'Position',
  at: (at: string, length: string) => `${at} von ${length}`,
  unplayed: 'Hier lässt sie sich nicht abspielen. Senden kannst du sie trotzdem.',
  noRecording:
    'Das gibt sich als Sprachnachricht aus und lässt sich hier nicht abspielen. Du kannst es speichern.',
}
