import type { roomToolsTexts as English } from '../en/room-tools.ts'
import { formatDuration, formatNumber, pickPlural } from '../index.ts'

/** The texts of a room's menu and dialogs, in German. */
export const roomToolsTexts: typeof English = {
  keep: 'Behalten',
  stay: 'Bleiben',
  refusals: {
    'not-allowed': 'Das dürfen nur Hosts.',
    'not-signed-in':
      'Du bist abgemeldet. Schließ das hier und melde dich wieder an: Der Knopf ist über dem Nachrichtenfeld.',
    'host-present': 'In den letzten zwei Minuten war ein Host hier. Versuche es gleich noch einmal.',
    'not-away': 'Die Person ist wieder da oder war eben noch hier: Ihr Platz bleibt ihrer.',
  },
  destroy: {
    title: 'Diesen Raum zerstören?',
    text: 'Alle müssen sofort hinaus, und jede Nachricht wird gelöscht. Das lässt sich nicht rückgängig machen.',
    transcript: 'Auch die Mitschrift für die Moderation wird gelöscht.',
    confirmLabel: 'Zerstören',
  },
  leave: {
    title: 'Diesen Raum verlassen?',
    draft: 'Was du geschrieben hast, ist noch nicht gesendet und geht verloren.',
    waiting: (count: number) =>
      pickPlural(count, {
        one: 'Eine Nachricht ist noch nicht gesendet und geht verloren.',
        other: `${formatNumber(count)} Nachrichten sind noch nicht gesendet und gehen verloren.`,
      }),
    handOver: 'Wen du auswählst, ist dann Host.',
    longest: 'Wer am längsten hier ist, ist dann Host.',
    heir: 'Raum übergeben an',
    seat: 'Dein Platz wird frei. Nur mit einem gültigen Link kannst du wieder hereinkommen, oder jemand anders.',
    locked: 'Die Tür ist abgeschlossen: Du kannst erst zurück, wenn der Host sie aufschließt.',
    confirmLabel: 'Verlassen',
  },
  remove: {
    title: (alias: string) => `${alias} entfernen?`,
    text: 'Die Person muss sofort hinaus und kann auf diesen Platz nicht zurück. Was sie gesagt hat, bleibt.',
    sameLink:
      'Der Link, den sie hat, lässt sie unter einem anderen Namen wieder herein, bis die Tür abgeschlossen ist.',
    locked: 'Die Tür ist abgeschlossen: Der Link, den sie hat, lässt sie nicht wieder herein.',
    lock: 'Zuerst die Tür abschließen',
    lockHint: 'Dann kann niemand mehr herein, bis du sie im Menü dieses Raums aufschließt.',
    confirmLabel: 'Entfernen',
    cancelLabel: 'Nicht entfernen',
    done: (alias: string, locked: boolean) =>
      locked ? `Die Tür ist abgeschlossen, und ${alias} wurde entfernt.` : `${alias} wurde entfernt.`,
  },
  away: {
    title: 'Weg, mit einem Platz',
    list: 'Personen, die weg sind',
    about: (alias, since) => `${alias}: ${since}.`,
    since: (time: string) => `weg seit ${time}`,
    soon: 'Nach einer Minute kannst du diesen Platz frei machen.',
    freeOne: (alias: string) => `Platz von ${alias} frei machen`,
    ask: (alias: string) => `Platz von ${alias} frei machen?`,
    text: 'Den Platz bekommt, wer als Nächstes kommt. Die Person wird nicht entfernt: Mit einem gültigen Link kann sie zurück, solange ein Platz frei ist. Was sie gesagt hat, bleibt.',
    confirmLabel: 'Platz frei machen',
    cancelLabel: 'Platz frei halten',
    done: (alias: string) => `Der Platz von ${alias} ist frei.`,
  },
  menu: 'Dieser Raum',
  becomeHost: 'Host werden',
  noHost: 'Kein Host ist hier.',
  nowHost: 'Du bist jetzt Host.',
  rules: {
    open: 'Regeln dieses Raums',
    quiet: 'Ruhe',
    quietHint: 'Nur Hosts sprechen.',
    files: 'Dateien und Bilder',
    filesHint: 'Man kann sie hier senden.',
    slow: 'Eine Nachricht alle',
    off: 'Aus',
    seconds: (seconds: number) =>
      seconds < 60 ? `${formatNumber(seconds)} s` : `${formatNumber(seconds / 60)} min`,
    done: 'Fertig',
  },
  ends: (when: string) => `Die Lunte brennt bis ${when}.`,
  closes: (when: string) => `Offen bis ${when}.`,
  endsSliding: (lifetime: number) => `Brennt ab, wenn ${formatDuration(lifetime)} lang niemand etwas sagt.`,
  lock: 'Tür abschließen',
  lockHint: 'Niemand kann mehr herein. Wer hier ist, bleibt.',
  door: {
    label: 'Erst anklopfen',
    hint: 'Wer mit dem Link kommt, wartet an der Tür, bis ein Host sie öffnet.',
    fromJoin: 'Was vorher gesagt wurde, ist dann nicht lesbar.',
    noLink: 'Der Link ist gesperrt: Mit keinem kommt jemand an die Tür.',
    refusals: {
      'password-required':
        'Dieser Browser kennt das Passwort des Links nicht. Mach zuerst einen neuen Link und öffne dann die Tür.',
      'keys-not-kept':
        'Dein Browser bewahrt hier keine Schlüssel auf: Nach dem Neuladen könntest du niemanden hereinlassen. Nimm ein normales Fenster statt eines privaten.',
      'wrong-link': 'An der Tür kam jemand mit einem anderen Link und konnte nicht hereingelassen werden.',
    },
  },
  fromJoin: 'Wer später kommt, kann nicht lesen, was vorher gesagt wurde.',
  shareLink: 'Link und QR-Code',
  rename: {
    change: 'Namen ändern',
    done: (alias: string) => `Du heißt jetzt ${alias}.`,
    refusals: {
      'alias-taken':
        'So heißt hier schon jemand, oder hat unter diesem Namen gesprochen. Wähle einen anderen.',
      'invalid-request':
        'Das sieht aus wie eine Rolle, wie „Du“ oder wie der Name dieser Website. Wähle einen anderen.',
    },
  },
  safety: {
    title: 'Sicherheitswörter',
    text: 'Lest euch diese fünf Wörter gegenseitig vor, zum Beispiel am Telefon. Gleiche Wörter heißen gleicher Link: Niemand ist dazwischen.',
    show: 'Sicherheitswörter zeigen',
    busy: 'Einen Moment …',
    failed: 'Sie konnten nicht geladen werden. Prüfe deine Verbindung und versuche es noch einmal.',
    numbers: 'Für jemanden, der eine andere Sprache liest, als Zahlen:',
  },
  safetyOfPeople: {
    text: 'Jede Person hat fünf eigene Wörter. Ruft euch an oder trefft euch: Erst liest die andere Person ihre vor, dann du deine. Seht ihr beide hier dieselben Wörter, ist niemand dazwischen. Sie bleiben gleich, solange jemand den Platz behält, einmal genügt also.',
    list: 'Sicherheitswörter der Personen hier',
    you: 'du',
    show: 'Wörter zeigen',
    showOf: (alias: string) => `Wörter von ${alias} zeigen`,
    showOwn: 'Deine eigenen Wörter zeigen',
    noKey: 'Keine Wörter: Der Schlüssel war nicht lesbar.',
  },
  build: {
    check: (version: string, commit: string | null, isChanged: boolean) => {
      const source = commit === null ? 'ohne bekannten Commit' : `Commit ${commit}`
      return `Version ${version}, ${source}${isChanged ? ', seither geändert' : ''}: Prüfe sie an einem eigenen Computer mit`
    },
    unknown: 'Diese Seite sagt nicht, von welcher Version sie ist.',
  },
  privacy: 'Was privat bleibt, und was nicht',
  keptInEu:
    'Liegt in der EU: Die Plattform betreibt diesen Raum dort und speichert dort, was sie von ihm hat.',
  removables: 'Personen, die du entfernen kannst',
  removablesTitle: 'Wer hier ist',
  removeOne: (alias: string) => `${alias} entfernen`,
  share: {
    title: 'In diesen Raum einladen',
    two: 'Der Link lässt noch eine Person herein.',
    some: 'Mit dem Link können alle herein, solange ein Platz frei ist.',
    full: 'Alle Plätze sind besetzt: Der Link lässt wieder jemanden herein, sobald einer frei ist.',
    free: 'Im Menü kannst du den Platz von jemandem frei machen, der weg ist.',
    locked: 'Die Tür ist abgeschlossen: Niemand kann herein, bevor sie aufgeschlossen wird.',
    password: 'Das Passwort brauchen sie auch.',
    code: 'QR-Code des Links zu diesem Raum',
    scan: 'Oder halte die Kamera eines Handys auf diesen Code.',
    tooLong: 'Der Link ist zu lang für einen QR-Code.',
    system: 'Teilen …',
  },
}
