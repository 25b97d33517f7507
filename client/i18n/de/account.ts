import { ACCOUNT_PASSWORD, RECOVERY_CODES } from '../../../protocol/account-limits.ts'
import type { accountTexts as English } from '../en/account.ts'
import { formatNumber, pickPlural } from '../index.ts'

/** The texts of signing up, logging in and the page of the account, in German. */
export const accountTexts: typeof English = {
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  emailError: 'Gib eine E-Mail-Adresse wie ada@example.com ein.',
  newPasswordHint: `Mindestens ${ACCOUNT_PASSWORD.min} Zeichen. Ein paar Wörter hintereinander sind ein gutes Passwort.`,
  newPasswordError: `Nimm ${ACCOUNT_PASSWORD.min} bis ${ACCOUNT_PASSWORD.max} Zeichen.`,
  newPasswordTooCommon:
    'Dieses Passwort ist leicht zu erraten: Es ist eines der häufigsten oder Teil deiner Adresse. Nimm ein anderes, etwa ein paar Wörter hintereinander.',
  nav: 'Deine Seiten',
  rooms: 'Räume',
  account: 'Konto',
  logOut: 'Abmelden',
  cookiesBlocked:
    'Dein Browser speichert hier keine Cookies, und ein Cookie hält dich angemeldet. Erlaube Cookies für diese Website in den Einstellungen neben der Adresse und versuche es dann noch einmal.',

  signUp: {
    page: 'Registrieren · private-chat',
    title: 'Räume für deine Gruppen',
    text: 'Mit einem Konto planst du Räume im Voraus, siehst, wer da ist, und behältst das Gesagte so lange, wie du willst. An deine Adresse geht nie eine E-Mail.',
    button: 'Registrieren',
    other: 'Du hast schon ein Konto?',
    linkLabel: 'Anmelden',
  },
  logIn: {
    page: 'Anmelden · private-chat',
    title: 'Willkommen zurück',
    text: 'Melde dich an und sieh deine geplanten Räume.',
    button: 'Anmelden',
    other: 'Noch kein Konto?',
    linkLabel: 'Registrieren',
    forgotten: 'Passwort vergessen?',
    recover: 'Wiederherstellungscode nutzen',
  },
  recover: {
    page: 'Konto wiederherstellen · private-chat',
    title: 'Neues Passwort festlegen',
    text: `Mit jedem deiner neuesten Wiederherstellungscodes kommst du einmal hinein. Dabei wirst du überall sonst abgemeldet und bekommst ${RECOVERY_CODES.count} neue.`,
    code: 'Wiederherstellungscode',
    codeHint: 'Zum Beispiel k3v9-02mq-8xhd-p7tz. Er gilt nur einmal.',
    newPassword: 'Neues Passwort',
    button: 'Passwort festlegen und anmelden',
    wrong: 'Diese Adresse und dieser Code gehören nicht zusammen, oder der Code ist schon verbraucht.',
    other: 'Ist dir dein Passwort wieder eingefallen?',
    linkLabel: 'Anmelden',
  },
  codes: {
    page: 'Deine Wiederherstellungscodes · private-chat',
    title: 'Bewahre diese Codes auf',
    text: 'Wenn du dein Passwort vergisst, kommst du mit jedem dieser Codes einmal hinein. Sie werden nur jetzt gezeigt und nie wieder, und einen anderen Weg zurück gibt es nicht.',
    list: 'Wiederherstellungscodes',
    copy: 'Alle kopieren',
    copied: 'Wiederherstellungscodes kopiert',
    save: 'Als Datei speichern',
    file: 'private-chat-wiederherstellungscodes',
    fileHead: (host: string) => `Wiederherstellungscodes für ${host}, jeder gilt einmal:\n\n`,
    kept: 'Ich habe sie aufbewahrt',
  },
  settings: {
    page: 'Konto · private-chat',
    title: 'Konto',
    loading: 'Dein Konto wird geladen …',
    about: (email: string, day: string) => `${email}, seit ${day}`,
    again: 'Erneut versuchen',
    password: {
      title: 'Passwort',
      text: 'Wenn du es änderst, wirst du auf allen anderen Geräten abgemeldet, auch in deinen Räumen. Du bekommst neue Wiederherstellungscodes, die alten gelten nicht mehr.',
      current: 'Jetziges Passwort',
      next: 'Neues Passwort',
      button: 'Passwort ändern',
      done: 'Dein Passwort ist geändert, und alle anderen Geräte sind abgemeldet. Bewahre deine neuen Wiederherstellungscodes auf.',
    },
    sessions: {
      title: 'Wo du angemeldet bist',
      list: 'Geräte',
      device: (browser, system) => (system === null ? browser : `${browser} unter ${system}`),
      unknownBrowser: 'Unbekannter Browser',
      here: 'Dieses Gerät',
      seen: (when: string) => `zuletzt benutzt: ${when}`,
      end: 'Dort abmelden',
      endNamed: (device: string) => `${device} abmelden`,
      ended: (device: string) => `${device} ist abgemeldet.`,
      endOthers: 'Überall sonst abmelden',
      endedOthers: 'Alle anderen Geräte sind abgemeldet.',
      alone: 'Du bist sonst nirgends angemeldet.',
    },
    codes: {
      title: 'Wiederherstellungscodes',
      left: (count: number) =>
        count === 0
          ? 'Du hast keinen mehr. Ohne einen lässt sich ein vergessenes Passwort nicht ersetzen.'
          : pickPlural(count, { one: 'Du hast noch einen.', other: `Du hast noch ${formatNumber(count)}.` }),
      make: 'Neue Codes erstellen',
      askTitle: `${RECOVERY_CODES.count} neue Codes erstellen?`,
      askText: 'Deine alten Codes gelten dann sofort nicht mehr.',
      yes: 'Neue Codes erstellen',
    },
    everything: {
      title: 'Deine Daten',
      text: 'Das Konto, deine Räume und jede Nachricht darin, als eine JSON-Datei. Nachrichten aus verschlüsselten Räumen bleiben darin verschlüsselt.',
      download: 'Alles herunterladen',
    },
    remove: {
      title: 'Konto löschen',
      text: 'Das löscht jeden Raum, jede Nachricht und das Konto selbst.',
      button: 'Alles löschen …',
      askTitle: 'Alles löschen?',
      askText:
        'Das beendet alle deine Räume, auch offene, und löscht jede Nachricht, die Wiederherstellungscodes und das Konto. Das lässt sich nicht rückgängig machen.',
      yes: 'Alles löschen',
    },
  },
}
