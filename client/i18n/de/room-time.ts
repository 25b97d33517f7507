import type { roomTimeTexts as English } from '../en/room-time.ts'
import { formatNumber, pickPlural } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) =>
  minutes === 60
    ? '1 Stunde'
    : pickPlural(minutes, { one: '1 Minute', other: `${formatNumber(minutes)} Minuten` })

/** The texts about the end of a room and when it comes, in German. */
export const roomTimeTexts: typeof English = {
  sayTime: formatTimeOfDay,
  open: 'Ende ändern',
  title: 'Wann der Raum endet',
  // “bis” goes with a time alone and with one that has its weekday.
  burns: (endsAt: number) => `Die Lunte brennt bis ${formatTimeOfDay(endsAt)}.`,
  closes: (endsAt: number) => `Offen bis ${formatTimeOfDay(endsAt)}.`,
  later: 'Mehr Zeit',
  earlier: 'Weniger Zeit',
  addStep: (minutes: number) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes: number) => `− ${minutesOrHour(minutes)}`,
  endAt: 'Ende um',
  endAtHint: 'In deiner Zeitzone. Eine Uhrzeit, die heute schon vorbei ist, meint morgen.',
  set: 'Ende festlegen',
  done: 'Fertig',
  moved: (endsAt: number) => `Der Raum besteht jetzt bis ${formatTimeOfDay(endsAt)}.`,
  errors: {
    missing: 'Wähle zuerst eine Zeit.',
    early: 'Wähle eine Zeit, bis zu der es mindestens noch eine Minute ist.',
    late: 'Ein Raum besteht höchstens 24 Stunden: Wähle eine frühere Zeit.',
  },
  refusals: {
    'not-allowed': 'Das dürfen nur Hosts.',
    'not-signed-in':
      'Du bist abgemeldet. Schließ das hier und melde dich wieder an: Der Knopf ist über dem Nachrichtenfeld.',
    'invalid-request': 'Dann kann der Raum nicht enden. Wähle eine andere Zeit.',
  },
}
