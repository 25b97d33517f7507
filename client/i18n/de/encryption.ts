import { ROTATION_SEATS_MAX } from '../../../protocol/key-limits.ts'
import type { encryptionTexts as English } from '../en/encryption.ts'
import { formatNumber } from '../index.ts'

/** What the lock of a room says where its keys can change, in German. Each is one sentence, and true by itself. */
export const encryptionTexts: typeof English = {
  sealed:
    'Der Server kann weder lesen, was hier gesagt wird, noch, wie ihr heißt; er sieht, wann wer von euch schreibt, und wie viel.',
  link: 'Wer den Link hat, kann hereinkommen und lesen, was gesagt wurde.',
  linkAndPassword:
    'Wer den Link und das Passwort hat, kann hereinkommen und lesen, was gesagt wurde; ein kurzes Passwort kann erraten, wer den Link hat und das, was der Server speichert.',
  knock:
    'Wer den Link hat, kommt an die Tür und bekommt einen Schlüssel zu dem, was gesagt wurde, sobald ein Host ihn hereinlässt.',
  fromJoin:
    'Wer den Link hat, kommt an die Tür und bekommt nach dem Hereinlassen einen neuen Schlüssel; der öffnet nichts, was vorher gesagt wurde, was auch immer der Server speichert.',
  fromJoinLarge:
    'Wer den Link hat, kommt an die Tür, und nur der Server hält zurück, was vor dem Hereinlassen gesagt wurde: Bei so vielen Plätzen bleiben die Schlüssel gleich.',
  closed: 'Der Link ist gesperrt: Er öffnet nichts mehr.',
  closedForTwo:
    'Der Link ist gesperrt: Er öffnet nichts mehr; verliert eine oder einer von euch den Browser, öffnet „Neuer Link“ im Menü den Raum wieder.',
  removal: 'Wer entfernt wird, kann nicht lesen, was nach dem Wechsel der Schlüssel gesagt wird.',
  removalDue:
    'Jemand wurde entfernt und kann noch lesen, was gesagt wird, bis die Seite eines Hosts die Schlüssel gewechselt hat.',
  large: `Sind mehr als ${formatNumber(ROTATION_SEATS_MAX)} Plätze besetzt, wechselt beim Entfernen der Link, aber nicht die Schlüssel: Der alte Link lässt niemanden mehr herein; wer entfernt wurde, behält, was für ihn lesbar war.`,
  largeDue:
    'Jemand wurde entfernt und kann mit dem Link wieder hereinkommen, bis die Seite eines Hosts ihn gewechselt hat.',
  forgets:
    'Dieser Browser kann keine Schlüssel aufbewahren: Nach dem Neuladen kommst du wieder über den Link herein, auf einen anderen Platz.',
  forgetsAtDoor:
    'Dieser Browser kann keine Schlüssel aufbewahren: Nach dem Neuladen muss dich wieder jemand hereinlassen, und wer den Raum erstellt hat, kommt nicht mehr herein.',
  forgetsAll:
    'Dieser Browser kann keine Schlüssel aufbewahren: Nach dem Neuladen kommst du ohne einen neuen Link nicht mehr herein.',
}
