import { formatCount, formatDuration } from '../index.ts'
import { formatTimeOfDay } from '../time-of-day.ts'

/** The texts of the lines among the messages, in English. */
export const logNoticesTexts = {
  you: 'You',
  /** Behind what somebody did to the reader. */
  youObject: 'you',
  /** Stands behind some names. */
  others: (count: number) => formatCount(count, { one: 'other', other: 'others' }),
  /** Stand behind the names of those who came or went. */
  came: 'came.',
  left: 'left.',
  /** Stand between the name of a host and the names of those whom it was done to, or behind their names. */
  'let-in': { active: 'let in', passive: 'came.' },
  removed: { active: 'removed', passive: 'left.' },
  /** Stand around the name of somebody whose role another host changed, or behind the name of who did so alone. */
  host: { active: ['made', ' a host.'], passive: 'is a host now.', own: 'are a host now.' },
  noHost: {
    active: ['took the role of a host from', '.'],
    passive: 'is no host any more.',
    own: 'are no host any more.',
  },
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
  /** `muted` and `over` stand around the name of somebody whom a host muted or lets speak again, `until` behind the first. */
  mute: {
    muted: ['muted', ''],
    until: (until: number | null) =>
      until === null ? ' until told otherwise.' : ` until ${formatTimeOfDay(until)}.`,
    over: ['let', ' speak again.'],
  },
  /** Stands between the old name and the new one. */
  isNow: 'is now',
  /** Stand behind the name of who did it. */
  rotated: {
    newLink: 'changed the keys of this room, and with them its link.',
    sameLink: 'changed the keys of this room. Its link stays.',
    noLink: 'changed the keys of this room. Its link is closed.',
  },
  /** The same, where it was oneself. */
  youRotated: {
    newLink: 'You changed the keys of this room, and with them its link.',
    sameLink: 'You changed the keys of this room. Its link stays.',
    noLink: 'You changed the keys of this room. Its link is closed.',
  },
  /** Stands between names. */
  between: ', ',
  /** Stand around the names of those who were not given the new key. */
  notGiven: ['Not given the new keys:', '. They can’t read on; a new link lets them in again.'],
  linkClosed: 'The link is closed: it opens nothing any more.',
  /** Stand around a name. */
  otherKeys: [
    'This page did not take the keys that came from',
    ': they are not those that it can check. Compare your safety words before you go on.',
  ],
}
