import { formatDuration, formatNumber, type Parts } from '../index.ts'
import { formatRoughDuration } from '../rough-duration.ts'

const FAILURES: Partial<Record<string, string>> = {
  'message-not-found': 'It is gone: its time has run out.',
  'not-allowed': 'As many as may have read it already.',
  'slow-down': 'That was a lot at once. Wait, then try again.',
  unreachable: 'The room can’t be reached. Try again.',
}

/** The texts of messages that disappear and of those that are read once, in English. */
export const disappearingTexts = {
  /** What is chosen for the next messages. */
  after: 'Disappears after',
  never: 'Never',
  once: 'Read once',
  notOnce: 'No',
  staysHint: 'For every message you send, until you take it away above the box.',
  onceHint:
    'For the next message only: it is hidden until somebody reveals it, and goes that long after. Within an hour it is gone for everyone.',
  honest: 'Who reads it can copy it.',
  tooMany: (most: number) => `Messages are read once in rooms with up to ${formatNumber(most)} people.`,
  noFiles: 'Files can’t be read once. Send or remove those beside the box first.',
  filesOnce: 'Files can’t be read once. Take “Read once” away first.',
  choose: 'Use this',
  cancel: 'Cancel',
  duration: formatDuration,
  /** Above the box. */
  chosen: {
    expires: (seconds: number) => `Disappears after ${formatDuration(seconds)}`,
    burn: (seconds: number) => `Read once, for ${formatDuration(seconds)}`,
  },
  remove: { expires: 'Don’t let it disappear', burn: 'Don’t have it read once' },
  /** In the place of a text that is read once. */
  sentOnce: <T>(person: T): Parts<T> => [person, ' sent a message to be read once.'],
  wasRead: <T>(person: T): Parts<T> => [person, ' sent a message that you have read. It is gone from here.'],
  shownFor: (seconds: number) => `Once revealed, you see it for ${formatDuration(seconds)}.`,
  reveal: 'Reveal',
  sayFailure: (code: string) => FAILURES[code] ?? 'That did not work. Try again.',
  goneIn: (seconds: number) => `Gone in ${formatRoughDuration(seconds)}`,
  /** Below one's own. */
  readBy: (read: number, of: number) =>
    of === 0
      ? 'To be read once. Nobody else was here.'
      : `To be read once: ${formatNumber(read)} of ${formatNumber(of)} have read it.`,
  /** Below a message. */
  disappearsIn: (seconds: number) => `Disappears in ${formatRoughDuration(seconds)}`,
}
