import type { deviceTexts as English } from '../en/device.ts'

/** The texts of what is chosen on a device for every room, in German. */
export const deviceTexts: typeof English = {
  title: 'Auf diesem Gerät',
  text: 'In diesem Browser gespeichert, für jeden Raum.',
  away: 'Solange du woanders hinsiehst',
  sound: 'Leisen Ton abspielen',
  soundHint: 'Wenn jemand etwas sagt. Ein Klopfen an der Tür hörst du auch, während du hinsiehst.',
  notify: 'Benachrichtigung zeigen',
  notifyHint: 'Sie sagt, dass es eine Nachricht gibt. Nie, was darin steht oder von wem sie ist.',
  notifyDenied:
    'Dein Browser blockiert Benachrichtigungen dieser Website. In seinen Einstellungen kannst du sie erlauben.',
  blur: 'Raum unscharf machen',
  blurHint: 'Nachrichten und Namen sind nicht zu lesen, bis du zurück bist.',
  typing: 'Beim Schreiben',
  sendTyping: 'Anderen zeigen, dass du schreibst',
  sendTypingHint: 'Sie sehen, dass du schreibst, und nie, was.',
  showTyping: 'Zeigen, wer gerade schreibt',
  showTypingHint: 'Unter den Nachrichten.',
  exit: 'Wenn es eilt',
  exitOn: 'Zweimal Esc: sofort weg',
  exitHint:
    'Ohne Rückfrage: Dieser Tab vergisst den Raum, dein Platz wird frei, und eine andere Seite öffnet sich. Was nicht gesendet ist, geht verloren.',
  exitAddress: 'Die Seite, die sich öffnet',
  exitAddressHint: 'Was dein Browser als besucht verzeichnet, bleibt in seinem Verlauf.',
  exitAddressWrong: 'Schreib die Adresse einer Seite anderswo, etwa https://example.org.',
  enterSends: 'Mit der Eingabetaste senden',
  enterSendsHint:
    'Auf der Bildschirmtastatur. Sonst beginnt sie eine neue Zeile, und gesendet wird mit dem Knopf.',
}
