import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import { RETAIN_FOR } from '../../../protocol/limits.ts'
import type { privacyTexts as English } from '../en/privacy.ts'
import { formatDuration, formatNumber } from '../index.ts'

/** The short form of docs/threat-model.md, in German. Change both together. */
export const privacyTexts: typeof English = {
  page: 'Privatsphäre · private-chat',
  title: 'Was privat bleibt, und was nicht',
  lead: 'Ein Raum von der Startseite wird in deinem Browser verschlüsselt. Bis der Raum endet, bewahrt der Server auf, was er nicht lesen kann. Danach bewahrt er nichts auf.',
  parts: [
    {
      title: 'Was wir versprechen',
      points: [
        'Der Schlüssel zu einem verschlüsselten Raum ist der Teil seines Links nach dem #. Browser senden ihn nie irgendwohin. Ohne ihn, und ohne das Passwort, wo es eines gibt, kann niemand einen Platz nehmen oder ein Wort lesen.',
        'Wie du heißt, ist verschlüsselt wie das, was du sagst: Der Server kennt alle nur unter einem zufälligen eigenen Namen, etwa dem eines Tieres.',
        `Wer entfernt wird, kann nicht lesen, was nach dem Wechsel der Schlüssel gesagt wird, auch nicht mit dem alten Link; das gilt, solange höchstens ${formatNumber(ROTATION_SEATS_MAX)} Plätze besetzt sind. Ein Host kann den Link ersetzen oder sperren. In einem Raum für zwei sperrt er sich von selbst, sobald beide gesprochen haben, wenn beide Browser Schlüssel aufbewahren können.`,
        'Niemand kann im Namen anderer sprechen: Der Server nimmt eine Nachricht nur von dem Platz an, zu dem sie gehört, und eine Nachricht, die sich nicht öffnen lässt, wird auch so gezeigt.',
        'Am Ende müssen alle den Raum verlassen, der Speicher wird gelöscht, und die Seite vergisst. In einem moderierten Raum kann das Gesagte nach dem Ende noch eine Weile aufbewahrt werden: Der Raum sagt es dann.',
        'Für den nächsten Raum merkt sich dein Browser deinen Namen und was du auf diesem Gerät gewählt hast, etwa einen Ton. Nichts von dem, was gesagt wurde, ist dabei.',
        'Damit du die App installieren kannst und für schlechte Verbindungen bewahrt dein Browser die Dateien der App auf: keinen Raum, keine Adresse eines Raums, keine Nachricht. Was du mit der installierten App teilst, wartet ein paar Minuten im Arbeitsspeicher, bis es im Nachrichtenfeld eines Raums steht. Hat dein Browser diesen Teil der App entfernt, bekommt es der Server und verwirft es ungelesen.',
        'Wo im Menü eines Raums „Liegt in der EU“ steht, betreibt die Hosting-Plattform diesen Raum nur in der Europäischen Union und speichert auch nur dort, was sie von ihm hat.',
        'Zum Reden braucht niemand ein Konto. Es gibt keine Verfolgung, und keine andere Website ist beteiligt. In den Protokollen stehen nie Nachrichten, Namen, Adressen oder Räume.',
        'Cookies merken sich hier, welche Plätze deine sind, ob du angemeldet bist und dein Konto das Gerät kennt, und ein Jahr lang, welche Sprache du gewählt hast. Andere gibt es nicht.',
      ],
    },
    {
      title: 'Moderierte Räume',
      points: [
        `Wer ein Konto hat, plant Räume und kann das Gesagte nach dem Ende bis zu ${formatDuration(RETAIN_FOR.max)} aufbewahren. Alle, die hereinkommen, sehen, wer es lesen kann und bis wann: vor dem Betreten und über dem Nachrichtenfeld.`,
        'Sobald ein solcher Raum offen ist, wird diese Zeit nur noch kürzer. Wird sein Ende verschoben, verschiebt sie sich mit, und alle im Raum sehen das.',
        'Ein verschlüsselter Raum wird so aufbewahrt, wie er gesendet wurde: Die Moderation liest ihn mit den Schlüsseln, die ihr Browser aufbewahrt, und der Server kann ihn nicht lesen. Ein Raum ohne Verschlüsselung wird als Text gespeichert: Wer diese Website betreibt, kann ihn auch lesen.',
      ],
    },
    {
      title: 'Was der Server trotzdem sieht',
      points: [
        'Wer wann in einem Raum ist, unter zufälligen Namen; wie viele Nachrichten, Reaktionen und Dateien es gibt und wie lang oder groß sie ungefähr sind; den Titel eines moderierten Raums und die Netzwerkadressen, die sich verbinden.',
        'Die Verschlüsselung schützt, was du schreibst, und deinen Namen. An welcher Stelle eine Nachricht steht und wann sie kam, sagt der Server, und auch, wer einen Platz hat: Wer ihn betreibt, könnte das ändern oder eine Nachricht oder neue Schlüssel zurückhalten. Wo die Seite an einer Nachricht erkennt, dass andere verschoben oder ausgelassen wurden, sagt sie es unter dieser Nachricht.',
        'Alles in einem Raum, der ohne Verschlüsselung erstellt wurde: Ein solcher Raum sagt es ganz oben.',
      ],
    },
    {
      title: 'Was niemand versprechen kann',
      points: [
        'Was jemand liest, lässt sich kopieren, auch was verschwindet oder nur einmal lesbar ist. Wer entfernt wurde oder gegangen ist, behält, was bis dahin lesbar war.',
        'Solange ein Link gilt, kann jeder Mensch, der ihn hat, hereinkommen, wenn ein Platz frei ist, und lesen, was gesagt wurde, außer der Raum lässt erst anklopfen oder zeigt nicht, was vorher gesagt wurde. Schick ihn nur denen, für die er bestimmt ist.',
        'Ein Passwort wird zusätzlich zum Link gebraucht. Ein kurzes kann erraten, wer den Link hat und dazu das, was der Server speichert.',
        'Wer diese Website betreibt, liefert ihr Skript aus. Ob es das veröffentlichte ist, lässt sich von außen prüfen: Das Menü eines Raums sagt, wie. Was auf dem Server läuft, und ob alle dasselbe Skript bekommen, kann niemand sehen. Du kannst einen eigenen Server betreiben.',
        'Die Hosting-Plattform kann gelöschten Speicher 30 Tage lang wiederherstellen. Bei einem verschlüsselten Raum kommen so Zeiten zurück und Nachrichten, die verschlüsselt bleiben; wer außerdem einen Link aus jener Zeit hat, kann lesen, was gesagt wurde, solange er galt.',
      ],
    },
  ],
  way: 'Zur Startseite',
}
