import type { creationRefusedTexts as English } from '../en/creation-refused.ts'

/** Why no room could be created, in German: by code. */
export const creationRefusedTexts: typeof English = {
  'too-many-requests':
    'Das waren viele Räume auf einmal. Warte eine Minute, bevor du den nächsten erstellst.',
  'cookies-blocked':
    'Dein Browser speichert hier keine Cookies, und an einem Cookie erkennt der Raum, welcher Platz deiner ist. Erlaube Cookies für diese Website in den Einstellungen neben der Adresse, oder nimm ein normales Fenster statt eines privaten.',
  'keys-not-kept':
    'Dein Browser bewahrt hier keine Schlüssel auf: Wo angeklopft wird, oder wo man nur liest, was ab dann gesagt wird, könntest du deinen eigenen Raum nicht öffnen. Wähle unter „Tür und Regeln“ „Offen“ und „Alles“, oder nimm ein normales Fenster statt eines privaten.',
  'first-message-not-kept':
    'Was du geteilt hast, konnte nicht weitergegeben werden. Deshalb gibt es noch keinen Raum. Versuche es noch einmal. Oder verwirf es oben und füge es im Raum in das Nachrichtenfeld ein.',
  'wrong-origin':
    'Der Server hält diese Adresse für die einer anderen Website. Steht er hinter einem Proxy, muss dort, wo er betrieben wird, PUBLIC_ORIGIN gesetzt werden.',
  other: 'Der Raum konnte nicht erstellt werden. Versuche es noch einmal, über https oder auf localhost.',
}
