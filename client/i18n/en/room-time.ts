import { formatNumber, pickPlural } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

const minutesOrHour = (minutes: number) =>
  minutes === 60
    ? '1 hour'
    : pickPlural(minutes, { one: '1 minute', other: `${formatNumber(minutes)} minutes` })

/** The texts about the end of a room and when it comes, in English. */
export const roomTimeTexts = {
  sayTime: formatTimeOfDay,
  open: 'Change the end',
  title: 'When the room ends',
  burns: (endsAt: number) => `It burns at ${formatTimeOfDay(endsAt)}.`,
  closes: (endsAt: number) => `It closes at ${formatTimeOfDay(endsAt)}.`,
  later: 'More time',
  earlier: 'Less time',
  addStep: (minutes: number) => `+ ${minutesOrHour(minutes)}`,
  takeStep: (minutes: number) => `− ${minutesOrHour(minutes)}`,
  endAt: 'End at',
  endAtHint: 'In your time zone. A time that is past today means tomorrow.',
  set: 'Set the end',
  done: 'Done',
  moved: (endsAt: number) => `The room ends at ${formatTimeOfDay(endsAt)} now.`,
  errors: {
    missing: 'Choose a time first.',
    early: 'Choose a time that is at least a minute away.',
    late: 'A room lives for 24 hours at most: choose an earlier time.',
  },
  refusals: {
    'not-allowed': 'Only a host may do that.',
    'not-signed-in': 'You are logged out. Close this, and log in again: the button is above the message box.',
    'invalid-request': 'The room can’t end then. Choose another time.',
  } as Record<string, string>,
}
