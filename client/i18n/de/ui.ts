import type { uiTexts as English } from '../en/ui.ts'
import { formatDuration } from '../index.ts'

/** The texts of forms and dialogs, in German. */
export const uiTexts: typeof English = {
  showPassword: 'Eingabe zeigen',
  hidePassword: 'Eingabe verbergen',
  required: 'Bitte füll das aus.',
  busy: 'Einen Moment …',
  canSubmitIn: (seconds: number) => `In ${seconds} s kannst du es noch einmal versuchen.`,
  canSubmit: 'Du kannst es jetzt noch einmal versuchen.',
  logInAgain: 'Wieder anmelden',
  cancel: 'Abbrechen',
  close: 'Schließen',
  refusals: {
    'email-taken': 'Mit dieser Adresse gibt es schon ein Konto. Möchtest du dich anmelden?',
    'wrong-credentials': 'Diese Adresse und dieses Passwort gehören nicht zusammen.',
    'wrong-password': 'Das ist nicht das Passwort dieses Kontos.',
    'not-signed-in': 'Du bist abgemeldet.',
    'slow-down': 'Das war viel auf einmal. Warte kurz und versuche es dann noch einmal.',
    'too-many-requests':
      'Von deiner Adresse kam viel auf einmal. Warte eine Minute und versuche es dann noch einmal.',
    'session-not-found': 'Dieses Gerät ist schon abgemeldet.',
    unreachable: 'Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.',
    busy: 'Der Server hat gerade sehr viel zu tun. Versuche es gleich noch einmal.',
  },
  fieldRefused: 'Das geht so nicht. Ändere es und versuche es noch einmal.',
  refused: 'Das hat nicht geklappt. Bitte versuche es noch einmal.',
  incident: ' Für den Betrieb: ',
  tooManyAttempts: (seconds: number) =>
    `Zu viele falsche Versuche: ${formatDuration(Math.max(1, seconds))} lang wird jeder abgelehnt, auch ein richtiger.`,
}
