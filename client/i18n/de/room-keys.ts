import type { roomKeysTexts as English } from '../en/room-keys.ts'
import { formatDuration } from '../index.ts'

/** The texts about the keys of a room and its invite link, in German. */
export const roomKeysTexts: typeof English = {
  newLink: {
    label: 'Neuer Link',
    title: 'Neuen Link machen?',
    text: 'Der alte Link öffnet dann nichts mehr. Alle, die hier sind, bleiben.',
    password: 'Passwort für den neuen Link (optional)',
    passwordHint: 'Wer hereinkommt, braucht es zusätzlich zum Link. Gib es auf einem anderen Weg weiter.',
    tooShort: (min: number) => `Nimm mindestens ${min} Zeichen.`,
    confirmLabel: 'Neuer Link',
    cancelLabel: 'Alten behalten',
    done: 'Es gibt einen neuen Link.',
  },
  seat: {
    held: (seconds: number) =>
      `Der andere Platz wird frei, wenn die Person eine Minute weg ist. Warte noch ${formatDuration(seconds)}, sonst sagt der Link, dass der Raum voll ist.`,
    free: 'Die andere Person ist seit einer Minute weg: Ein neuer Link macht ihren Platz frei und lässt sie wieder herein.',
  },
  close: {
    label: 'Link sperren',
    title: 'Link sperren?',
    text: 'Der Link öffnet dann nichts mehr, und niemand kann mehr hereinkommen. Alle, die hier sind, bleiben.',
    confirmLabel: 'Link sperren',
    cancelLabel: 'Nicht sperren',
    done: 'Der Link ist gesperrt.',
  },
  reopen: {
    label: 'Wieder öffnen',
    title: 'Raum wieder öffnen?',
    text: 'Der Link ist gesperrt. Ein neuer lässt wieder jemanden herein und zeigt alles, was gesagt wurde.',
    confirmLabel: 'Neuer Link',
  },
  remove: {
    text: 'Die Person muss sofort hinaus und kann nicht lesen, was ab dann gesagt wird. Was sie gesagt hat, bleibt.',
    link: 'Der Link wechselt mit: Der, den sie hat, öffnet nichts mehr.',
    password: 'Passwort des Links',
    passwordHint: 'Der neue Link behält es.',
    done: (alias: string) => `${alias} wurde entfernt, und der Link ist ein anderer.`,
  },
}
