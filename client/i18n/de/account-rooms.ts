import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { accountRoomsTexts as English } from '../en/account-rooms.ts'
import { formatCount, formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

const MESSAGES = { one: 'Nachricht', other: 'Nachrichten' }
const PEOPLE = { one: 'Person', other: 'Personen' }

/** The texts of the dashboard, in German. */
export const accountRoomsTexts: typeof English = {
  page: 'Deine Räume · private-chat',
  title: 'Deine Räume',
  loading: 'Deine Räume werden geladen …',
  again: 'Erneut versuchen',
  stale:
    'Die Liste konnte nicht aktualisiert werden. Was du siehst, ist vielleicht nicht mehr auf dem neuesten Stand.',
  loggedOut:
    'Du bist abgemeldet. Was du eingegeben hast, bleibt in diesem Tab erhalten, bis du dich wieder anmeldest, außer einem Passwort.',
  logIn: 'Wieder anmelden',
  emptyTitle: 'Noch keine Räume',
  emptyText:
    'Gib deinem ersten Raum einen Titel und eine Zeit, zu der er schließt. Du bekommst einen Link zum Weitergeben. Wer ihn zu früh öffnet, wartet, bis der Raum öffnet.',
  groups: { open: 'Jetzt offen', scheduled: 'Geplant', closed: 'Geschlossen' },
  toForm: 'Raum planen',

  present: (number: number) => (number === 0 ? 'niemand da' : `${formatNumber(number)} gerade da`),
  messages: (number: number) => formatCount(number, MESSAGES),
  upTo: (number: number) => `bis zu ${formatCount(number, PEOPLE)}`,
  withPassword: 'Passwort',
  locked: 'abgeschlossen',
  encrypted: 'Ende-zu-Ende-verschlüsselt',
  readable: 'lesbare Mitschrift',
  closes: (when: string) => `offen bis ${when}`,
  closed: (when: string) => `geschlossen seit ${when}`,
  keptUntil: (when: string) => `aufbewahrt bis ${when}`,
  closedAndKept: (closed, keptUntil) => `${closed}, ${keptUntil}`,
  span: (from: string, to: string) => `${from} bis ${to}`,

  enter: 'Betreten',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  copyInvitation: 'Einladung kopieren',
  invitationCopied: 'Einladung kopiert',
  calendar: 'Kalenderdatei',
  more: 'Mehr',
  moreOf: (title: string) => `Mehr zu ${title}`,
  edit: 'Bearbeiten',
  sameAgain: 'Nächste Woche noch einmal',
  endNow: 'Jetzt beenden',
  remove: 'Löschen',
  transcript: 'Mitschrift',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format: string) => `Mitschrift als ${format}`,
  opening: 'Die Nachrichten werden in diesem Browser geöffnet …',
  madeHere: 'Die Mitschrift entsteht in diesem Browser, mit dem Schlüssel, der hier liegt.',
  marked: (number: number) =>
    `Die Mitschrift ist gespeichert. ${formatCount(number, { one: 'Nachricht ist', other: 'Nachrichten sind' })} darin markiert: mit den Schlüsseln dieses Raums nicht zu öffnen, doppelt gekommen oder nicht verschlüsselt.`,
  odd: {
    unreadable:
      '(Diese Nachricht ließ sich mit den Schlüsseln des Raums nicht öffnen, oder sie ist eine Kopie einer früheren.)',
    plain: (text: string) => `(Nicht verschlüsselt) ${text}`,
  },
  saved: 'Die Mitschrift ist gespeichert.',
  archive: {
    save: 'Mit Dateien speichern',
    loading: 'Die Dateien werden geladen …',
    progress: 'Dateien dieses Raums werden geladen',
    paused: 'Der Raum ist gerade nicht erreichbar. Es geht von selbst weiter.',
    stop: 'Abbrechen',
    stopped: 'Abgebrochen. Nichts ist gespeichert.',
    none: 'In diesem Raum gibt es keine Dateien.',
    failed: 'Das Archiv konnte nicht erstellt werden. Prüfe deine Verbindung und versuche es noch einmal.',
    saved: 'Die Mitschrift und alle Dateien sind gespeichert, zusammen in einem Archiv.',
    /** In the transcript, in the place of a file’s name. */
    missing: (name: string) => `${name} (fehlt)`,
    incomplete: (number: number) =>
      `Das Archiv ist gespeichert. ${formatCount(number, { one: 'Datei konnte', other: 'Dateien konnten' })} nicht geladen werden: In der Mitschrift steht dort „fehlt“.`,
  },
  unkept: (title: string) =>
    `Dieser Browser speichert nichts für diese Website. Kopiere jetzt den Link von „${title}“: Sobald du diese Seite schließt, ist sein Schlüssel verloren.`,
  key: {
    missing:
      'Der Schlüssel dieses Raums liegt nicht in diesem Browser. Füge hier den ganzen Link ein, zum Beispiel aus einer Einladung, die du verschickt hast: Dann bewahrt dieser Browser den Schlüssel wieder auf.',
    label: inviteLinkTexts.label,
    button: 'Schlüssel aufbewahren',
    taken: (title: string) => `Der Schlüssel von „${title}“ liegt wieder in diesem Browser.`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'Das ist der Link eines anderen Raums. Füge den Link dieses Raums ein.',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey:
      'Dieser Schlüssel gehört nicht zu diesem Raum: Der Link ist beschädigt. Kopiere ihn noch einmal von dort, wo er verschickt wurde.',
    needsPassword:
      'Zu diesem Link gehört ein Passwort. Öffne den Raum einmal mit beidem in diesem Browser, dann bewahrt er den Schlüssel auf.',
    fromFile: 'Oder nimm die Schlüssel aus einer Datei, die du gespeichert hast:',
    noKeyFile: 'Das ist keine Schlüsseldatei dieser Website.',
    saveFile: 'Schlüsseldatei speichern',
    fileSaved:
      'Die Schlüssel sind gespeichert. Wer die Datei hat, kann lesen, was dort gesagt wird: Bewahre sie so auf, dass niemand sonst sie findet.',
    save: 'Einladung speichern',
    saveHint:
      'Die Kalenderdatei und die gespeicherte Einladung enthalten den ganzen Link mit seinem Schlüssel: Bewahre sie so auf, dass niemand sonst sie findet.',
    saved:
      'Gespeichert. Die Datei enthält den Schlüssel des Raums: Bewahre sie so auf, dass niemand sonst sie findet.',
    inFile:
      'Der Teil des Links nach dem # ist der Schlüssel dieses Raums: Wer ihn hat, kann lesen, was dort gesagt wird, und ohne ihn kann es niemand. Bewahre diese Datei so auf, dass niemand sonst sie findet.',
  },

  invitation: (room) =>
    [
      `Einladung: ${room.title}`,
      `${room.span} (${room.zone})`,
      '',
      `Hier geht es hinein: ${room.inviteLink}`,
      'Du brauchst kein Konto. Komm ruhig etwas früher: Die Seite lässt dich hinein, sobald der Raum öffnet.',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['Der Raum fragt nach einem Passwort, das du getrennt bekommst.'] : []),
    ].join('\n'),
  calendarText: (inviteLink: string) => `Hier geht es hinein: ${inviteLink}`,

  confirm: {
    end: (title: string) => `„${title}“ jetzt beenden?`,
    endText: (until: string) =>
      `Alle müssen den Raum verlassen, und niemand kann mehr schreiben. Was gesagt wurde, kannst du bis ${until} lesen.`,
    endTextGone: 'Alle müssen den Raum verlassen, und alles, was gesagt wurde, wird sofort gelöscht.',
    endLabel: 'Beenden',
    remove: (title: string) => `„${title}“ löschen?`,
    removeText: (messages: number) =>
      `Gelöscht werden der Raum, seine Mitschrift, sein Link und ${formatCount(messages, MESSAGES)}. Alle müssen ihn verlassen. Das lässt sich nicht rückgängig machen.`,
    removeLabel: 'Löschen',
    cancelLabel: 'Behalten',
  },
  done: {
    scheduled: (title: string) => `„${title}“ ist geplant.`,
    opened: (title: string) => `„${title}“ ist offen.`,
    changed: (title: string) => `„${title}“ ist geändert.`,
    ended: (title: string) => `„${title}“ ist beendet.`,
    removed: (title: string) => `„${title}“ ist gelöscht.`,
  },

  form: {
    title: 'Raum planen',
    editTitle: 'Raum bearbeiten',
    button: 'Raum ansetzen',
    save: 'Änderungen speichern',
    name: 'Titel',
    opensAt: 'Öffnet',
    closesAt: 'Schließt',
    opensHint: 'Lass das leer, um den Raum sofort zu öffnen.',
    zone: (zone: string) => `Alle Zeiten gelten in deiner Zeitzone: ${zone}.`,
    clock: (skewMs: number, rightTime: string) =>
      `Die Uhr dieses Computers geht ${formatDuration(Math.round(Math.abs(skewMs) / 60_000) * 60)} ${
        skewMs > 0 ? 'vor' : 'nach'
      }. Die richtige Zeit ist ${rightTime}. Deine Räume richten sich nach der richtigen Zeit.`,
    clockChange: {
      skipped: (meant: string) =>
        `Dann werden die Uhren vorgestellt, und diese Zeit fällt aus. Gemeint ist ${meant}.`,
      repeated: (meant: string) =>
        `Dann werden die Uhren zurückgestellt, und diese Zeit kommt zweimal. Gemeint ist das erste Mal, ${meant}.`,
    },
    options: 'Optionen',
    summary: (who: string, encrypted: boolean, retainFor: number, password: boolean) =>
      `${who}, ${encrypted ? 'verschlüsselt' : 'unverschlüsselt'}, danach ${retainFor === 0 ? 'nicht mehr' : formatDuration(retainFor)} lesbar${password ? ', mit Passwort' : ''}`,
    whoAnyone: 'Alle mit dem Link',
    whoUpTo: (number: number) => `Bis zu ${formatCount(number, PEOPLE)}`,
    passwordKept: 'Lass das leer, um das jetzige Passwort zu behalten.',
    removePassword: 'Passwort entfernen',
    reading: 'Verschlüsselung',
    readings: { none: 'Keine: Der Server liest mit', e2ee: 'Ende zu Ende' },
    readingHints: {
      none: 'Der Server speichert das Gesagte als Text: Du kannst es lesen, und wer diese Website betreibt, auch. Deine Gäste sehen das, bevor sie hereinkommen.',
      e2ee: 'Der Schlüssel bleibt im Link, der Server bekommt ihn nie. Diese Seite bewahrt ihn nur in diesem Browser auf: Eine Mitschrift entsteht hier und nirgends sonst, und ohne den Link sind die Nachrichten verloren. Deine Gäste sehen, wie lange du aufbewahrst, was sie sagen.',
    },
    retain: 'Nach dem Ende für dich lesbar',
    retainHint:
      'Sobald der Raum offen ist, kannst du das nur noch verkürzen, denn wer hereinkam, hat es gesehen.',
    retainFor: (seconds: number) => (seconds === 0 ? 'gar nicht' : formatDuration(seconds)),
    errors: {
      title: `Gib 1 bis ${TITLE_MAX} sichtbare Zeichen ein.`,
      opensAt: 'Gib Datum und Uhrzeit ein, oder lass das leer, um den Raum sofort zu öffnen.',
      closesAt: 'Wähle, wann der Raum schließt.',
      past: 'Diese Zeit ist schon vorbei. Wähle eine spätere.',
      order: 'Ein Raum schließt erst, nachdem er geöffnet hat.',
      far: 'Wähle eine Zeit innerhalb des nächsten Jahres.',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    },
  },
  refusals: {
    'title-taken': 'Du hast schon einen Raum mit diesem Titel. Wähle einen anderen.',
    'too-many-rooms': `Du hast ${formatNumber(ACCOUNT_ROOMS_MAX)} Räume, mehr gehen nicht. Lösche zuerst einen.`,
    'room-not-found': 'Dieser Raum ist schon weg.',
    'room-not-open': 'Dieser Raum ist nicht offen.',
    'keys-not-kept':
      'Dieser Browser bewahrt keine Schlüssel auf: Wo angeklopft wird, oder wo man nur liest, was ab dann gesagt wird, könntest du deinen eigenen Raum nicht öffnen. Wähle „Offen“ und „Alles“, oder nimm ein normales Fenster statt eines privaten.',
    'rotate-instead':
      'Diesem Browser fehlen die Schlüssel oder das Passwort, die eine offene Tür braucht. Mach im Menü des Raums einen neuen Link und öffne dann dort die Tür.',
  },
}
