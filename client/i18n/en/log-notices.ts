import { formatCount, formatDuration, type Parts } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** The texts of the lines among the messages, in English. A person who is `null` is the reader. */
export const logNoticesTexts = {
  /** Stands behind some names. */
  others: (count: number) => formatCount(count, { one: 'other', other: 'others' }),
  /** @param count how many people are meant */
  came: <T>(people: T, _count: number): Parts<T> => [people, ' came.'],
  left: <T>(people: T, _count: number): Parts<T> => [people, ' left.'],
  letIn: <T>(by: T | null, people: T): Parts<T> => [by ?? 'You', ' let in ', people, '.'],
  removed: <T>(by: T | null, people: T): Parts<T> => [by ?? 'You', ' removed ', people, '.'],
  /** A host made somebody host. */
  madeHost: <T>(by: T | null, person: T | null): Parts<T> => [
    ...[by ?? 'You', ' made ', person ?? 'you', ' a host.'],
  ],
  tookRole: <T>(by: T | null, person: T | null): Parts<T> => [
    ...[by ?? 'You', ' took the role of a host from ', person ?? 'you', '.'],
  ],
  /** The same, where nobody else did it. */
  isHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['You are a host now.'] : [person, ' is a host now.'],
  isNoHost: <T>(person: T | null): Parts<T> =>
    person === null ? ['You are no host any more.'] : [person, ' is no host any more.'],
  /** The time of a room begins to run that waited for a second participant. */
  started: (endsAt: number) => `The fuse is lit: the room ends at ${formatTimeOfDay(endsAt)}.`,
  /** Somebody set another end. */
  end: (endsAt: number) => `The end was set to ${formatTimeOfDay(endsAt)}.`,
  /** A host has changed a setting of the room. */
  settings: {
    locked: { on: 'The door is locked: nobody else can come in.', off: 'The door is unlocked.' },
    files: { on: 'Files and pictures can be sent here.', off: 'A host has turned files off.' },
    quiet: { on: 'The room is quiet now: only its hosts may speak.', off: 'Everybody may speak again.' },
    door: {
      knock: 'Whoever comes has to knock now, until a host lets them in.',
      open: 'Whoever has the link comes in without knocking now.',
    },
    slow: (seconds: number) =>
      seconds === 0
        ? 'Everybody may write as fast as they like again.'
        : `Everybody may write once in ${formatDuration(seconds)} now.`,
    pinned: 'A host has pinned a message: it stands on top.',
    unpinned: 'No message is pinned any more.',
  },
  /** @param until Unix milliseconds; null where it is until told otherwise */
  muted: <T>(by: T | null, person: T | null, until: number | null): Parts<T> => [
    ...[by ?? 'You', ' muted ', person ?? 'you'],
    until === null ? ' until told otherwise.' : ` until ${formatTimeOfDay(until)}.`,
  ],
  unmuted: <T>(by: T | null, person: T | null): Parts<T> => [
    ...[by ?? 'You', ' let ', person ?? 'you', ' speak again.'],
  ],
  renamed: <T>(from: T, to: T): Parts<T> => [from, ' is now ', to],
  /** The keys of the room changed, and with them its link, or not. */
  rotated: {
    newLink: <T>(by: T | null): Parts<T> => [
      by ?? 'You',
      ' changed the keys of this room, and with them its link.',
    ],
    sameLink: <T>(by: T | null): Parts<T> => [by ?? 'You', ' changed the keys of this room. Its link stays.'],
    noLink: <T>(by: T | null): Parts<T> => [
      by ?? 'You',
      ' changed the keys of this room. Its link is closed.',
    ],
  },
  notGiven: <T>(people: T): Parts<T> => [
    ...['Not given the new keys: ', people, '. They can’t read on; a new link lets them in again.'],
  ],
  linkClosed: 'The link is closed: it opens nothing any more.',
  otherKeys: <T>(by: T): Parts<T> => [
    'This page did not take the keys that came from ',
    by,
    ': they are not those that it can check. Compare your safety words before you go on.',
  ],
}
