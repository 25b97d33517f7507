import type { logNoticesTexts as English } from '../en/log-notices.ts'
import { formatCount, formatDuration, type Parts, pickPlural } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** Who did something: `Du hast`, or a name and `hat`. */
const has = <T>(by: T | null): Parts<T> => (by === null ? ['Du hast '] : [by, ' hat '])

/** The texts of the lines among the messages, in German. A person who is `null` is the reader. */
export const logNoticesTexts: typeof English = {
  others: (count: number) => formatCount(count, { one: 'weitere Person', other: 'weitere' }),
  came: <T>(people: T, count: number): Parts<T> => [
    people,
    pickPlural(count, { one: ' ist gekommen.', other: ' sind gekommen.' }),
  ],
  left: <T>(people: T, count: number): Parts<T> => [
    people,
    pickPlural(count, { one: ' ist gegangen.', other: ' sind gegangen.' }),
  ],
  letIn: <T>(by: T | null, people: T): Parts<T> => [...has(by), people, ' hereingelassen.'],
  removed: <T>(by: T | null, people: T): Parts<T> => [...has(by), people, ' entfernt.'],
  madeHost: <T>(by: T | null, person: T | null): Parts<T> => [
    ...[...has(by), person ?? 'dich', ' zum Host gemacht.'],
  ],
  tookRole: <T>(by: T | null, person: T | null): Parts<T> => [
    ...[...has(by), person ?? 'dir', ' die Rolle als Host genommen.'],
  ],
  isHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['Du bist jetzt Host.'] : [person, ' ist jetzt Host.'],
  isNoHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['Du bist nicht mehr Host.'] : [person, ' ist nicht mehr Host.'],
  started: (endsAt: number) => `Die Lunte brennt: Der Raum besteht bis ${formatTimeOfDay(endsAt)}.`,
  end: (endsAt: number) => `Der Raum besteht jetzt bis ${formatTimeOfDay(endsAt)}.`,
  settings: {
    locked: {
      on: 'Die Tür ist abgeschlossen: Niemand kann mehr herein.',
      off: 'Die Tür ist aufgeschlossen.',
    },
    files: {
      on: 'Hier können Dateien und Bilder gesendet werden.',
      off: 'Ein Host hat Dateien ausgeschaltet.',
    },
    quiet: { on: 'Im Raum ist jetzt Ruhe: Nur Hosts dürfen sprechen.', off: 'Alle dürfen wieder sprechen.' },
    door: {
      knock: 'Wer kommt, muss jetzt anklopfen, bis ein Host die Tür öffnet.',
      open: 'Wer den Link hat, kommt jetzt ohne Anklopfen herein.',
    },
    slow: (seconds: number) =>
      seconds === 0
        ? 'Alle dürfen wieder so schnell schreiben, wie sie wollen.'
        : `Alle dürfen jetzt höchstens einmal in ${formatDuration(seconds)} schreiben.`,
    pinned: 'Ein Host hat eine Nachricht angeheftet: Sie steht ganz oben.',
    unpinned: 'Keine Nachricht ist mehr angeheftet.',
  },
  muted: <T>(by: T | null, person: T | null, until: number | null): Parts<T> => [
    ...[...has(by), person ?? 'dich'],
    until === null ? ' bis auf Weiteres stummgeschaltet.' : ` bis ${formatTimeOfDay(until)} stummgeschaltet.`,
  ],
  unmuted: <T>(by: T | null, person: T | null): Parts<T> => [
    ...(by === null ? ['Du lässt '] : [by, ' lässt ']),
    ...[person ?? 'dich', ' wieder sprechen.'],
  ],
  renamed: <T>(from: T, to: T): Parts<T> => [from, ' heißt jetzt ', to],
  rotated: {
    newLink: <T>(by: T | null): Parts<T> => [
      ...has(by),
      'die Schlüssel dieses Raums gewechselt und mit ihnen den Link.',
    ],
    sameLink: <T>(by: T | null): Parts<T> => [
      ...has(by),
      'die Schlüssel dieses Raums gewechselt. Der Link bleibt.',
    ],
    noLink: <T>(by: T | null): Parts<T> => [
      ...has(by),
      'die Schlüssel dieses Raums gewechselt. Der Link ist gesperrt.',
    ],
  },
  notGiven: <T>(people: T): Parts<T> => [
    ...['Ohne die neuen Schlüssel: ', people, '. Weiterlesen geht so nicht; mit einem neuen Link schon.'],
  ],
  linkClosed: 'Der Link ist gesperrt: Er öffnet nichts mehr.',
  otherKeys: <T>(by: T): Parts<T> => [
    'Diese Seite hat die Schlüssel von ',
    by,
    ' nicht angenommen: Es sind nicht die, die sie prüfen kann. Vergleicht eure Sicherheitswörter, bevor ihr weitermacht.',
  ],
}
