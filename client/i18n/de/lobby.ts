import type { lobbyTexts as English } from '../en/lobby.ts'
import { formatCount, formatDuration } from '../index.ts'

/** The texts of the lobby, in German. */
export const lobbyTexts: typeof English = {
  page: 'private-chat · Räume, die von selbst abbrennen',
  headline: 'Worte, die nicht bleiben',
  lead: 'Öffne einen Raum, teile seinen Link, redet miteinander. Ist die Lunte abgebrannt, ist der Raum weg, und mit ihm jedes Wort.',
  nameHint: 'Den sehen die anderen. Er bleibt nur auf diesem Gerät.',
  anotherName: 'Anderer Name',
  create: 'Raum erstellen',
  creating: 'Dein Raum wird erstellt …',
  notIn: 'Dein Raum ist fertig, aber du bist noch nicht darin: Er war nicht erreichbar.',
  options: 'Optionen',
  summary: (who, seconds, { sliding, hasPassword, knock }) =>
    `${who}, ${formatDuration(seconds)}${sliding ? ' nach dem letzten Wort' : ''}${hasPassword ? ', mit Passwort' : ''}${knock ? ', mit Anklopfen' : ''}`,
  whoTwo: 'Zwei Personen',
  whoAnyone: 'Alle mit dem Link',
  upTo: (count: number) => `Bis zu ${formatCount(count, { one: 'Person', other: 'Personen' })}`,
  promises: [
    'Kein Konto, keine Verfolgung, keine andere Website beteiligt.',
    'Mit dem Link können alle herein, solange ein Platz frei ist, bis du ihn ersetzt oder sperrst.',
    'Ein Raum, den du hier erstellst, wird in deinem Browser verschlüsselt, auch die Namen, und am Ende vom Server gelöscht.',
  ],
  unreachable: 'Der Server ist nicht erreichbar. Prüfe deine Verbindung und versuche es noch einmal.',
  haveLink: 'Hast du einen Link?',
  privacy: 'Was privat bleibt, und was nicht',
  facilitators: 'Für Moderierende',
}
