import { formatNumber, makeDateFormat } from '../index.ts'

const formatTime = makeDateFormat({ hour: 'numeric', minute: '2-digit' })

/** The texts of the dialog about one person, in English. */
export const personDialogTexts = {
  role: {
    host: 'A host of this room.',
    facilitator: 'The facilitator of this room.',
    participant: '',
  },
  muted: (until: number | null) =>
    until === null ? 'Muted until a host lets them speak.' : `Muted until ${formatTime(until)}.`,
  ignore: 'Ignore',
  ignoreHint: 'What they say is folded, on this device only. They are not told.',
  stopIgnoring: 'Stop ignoring',
  ignored: (alias: string) => `You ignore ${alias} now.`,
  notIgnored: (alias: string) => `You don’t ignore ${alias} any more.`,
  actions: {
    'make-host': 'Make host',
    'take-role': 'Take back the role',
    mute: 'Mute',
    unmute: 'Unmute',
    'lower-hand': 'Lower hand',
    remove: 'Remove',
  },
  muteFor: 'Mute for how long?',
  minutes: (minutes: number) => `${formatNumber(minutes)} minutes`,
  untilTold: 'Until told otherwise',
  back: 'Back',
  close: 'Close',
  done: {
    'make-host': (alias: string) => `${alias} is a host now.`,
    'take-role': (alias: string) => `${alias} is no host any more.`,
    mute: (alias: string) => `${alias} is muted.`,
    unmute: (alias: string) => `${alias} may speak again.`,
    'lower-hand': (alias: string) => `The hand of ${alias} is down.`,
  },
  refusals: {
    'not-allowed': 'Only a host may do that.',
    'last-host': 'A room needs a host: make somebody else host first.',
    'participant-not-found': 'They have left.',
    'not-signed-in': 'You are logged out. Close this, and log in again: the button is above the message box.',
  } as Record<string, string>,
}
