import { ACCOUNT_ROOMS_MAX } from '../../../protocol/account-limits.ts'
import { TITLE_MAX } from '../../../protocol/limits.ts'
import type { FormError } from '../../account/room-form.ts'
import { formatCount, formatDuration, formatNumber } from '../index.ts'
import { inviteLinkTexts } from './invite-link.ts'
import { roomOptionsTexts } from './room-options.ts'

const MESSAGES = { one: 'message', other: 'messages' }
const PEOPLE = { one: 'person', other: 'people' }

/** What an invitation says of a room. */
interface Invitation {
  title: string
  /** From when to when, in the time zone named by `zone`. */
  span: string
  zone: string
  /** The invite link. */
  inviteLink: string
  hasPassword: boolean
  /** Who can read what is said, and until when; null where nobody can. */
  retention: string | null
}

/** The texts of the dashboard, in English. */
export const accountRoomsTexts = {
  page: 'Your rooms · private-chat',
  title: 'Your rooms',
  loading: 'Loading your rooms…',
  again: 'Try again',
  stale: 'The list could not be updated. What you see may be out of date.',
  loggedOut:
    'You are logged out. What you typed is kept in this tab until you log in again, except for a password.',
  logIn: 'Log in again',
  emptyTitle: 'No rooms yet',
  emptyText:
    'Give your first room a title and a closing time. You get a link to send around. Anyone who opens it early waits until the room opens.',
  groups: { open: 'Open now', scheduled: 'Scheduled', closed: 'Closed' },
  toForm: 'Plan a room',

  present: (number: number) => (number === 0 ? 'nobody here' : `${formatNumber(number)} here now`),
  messages: (number: number) => formatCount(number, MESSAGES),
  upTo: (number: number) => `up to ${formatCount(number, PEOPLE)}`,
  withPassword: 'password',
  locked: 'locked',
  encrypted: 'end-to-end encrypted',
  readable: 'readable transcript',
  closes: (when: string) => `closes ${when}`,
  closed: (when: string) => `closed ${when}`,
  keptUntil: (when: string) => `kept until ${when}`,
  closedAndKept: (closed: string, keptUntil: string) => `${closed}, ${keptUntil}`,
  span: (from: string, to: string) => `${from} to ${to}`,

  enter: 'Enter',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copyInvitation: 'Copy invitation',
  invitationCopied: 'Invitation copied',
  calendar: 'Calendar file',
  more: 'More',
  moreOf: (title: string) => `More about ${title}`,
  edit: 'Edit',
  sameAgain: 'Same again next week',
  endNow: 'End now',
  remove: 'Delete',
  transcript: 'Transcript',
  formats: { json: 'JSON', csv: 'CSV', markdown: 'Markdown' },
  transcriptAs: (format: string) => `Transcript as ${format}`,
  opening: 'Opening the messages in this browser…',
  madeHere: 'The transcript is made in this browser, with the key that is kept here.',
  marked: (number: number) =>
    `The transcript is saved. ${formatCount(number, { one: 'message is', other: 'messages are' })} marked in it: they could not be opened with the keys of this room, came twice, or were not encrypted.`,
  odd: {
    unreadable:
      '(This message could not be opened with the keys of the room, or it is a copy of an earlier one.)',
    plain: (text: string) => `(Not encrypted) ${text}`,
  },
  saved: 'The transcript is saved.',
  archive: {
    save: 'Save with files',
    loading: 'Loading the files…',
    progress: 'Loading the files of this room',
    paused: 'Waiting for the room. It goes on by itself.',
    stop: 'Stop',
    stopped: 'Stopped. Nothing is saved.',
    none: 'There are no files in this room.',
    failed: 'The archive could not be made. Check your connection and try again.',
    saved: 'The transcript and all files are saved, as one archive.',
    /** In the transcript, in the place of a file’s name. */
    missing: (name: string) => `${name} (missing)`,
    incomplete: (number: number) =>
      `The archive is saved. ${formatCount(number, { one: 'file', other: 'files' })} could not be loaded: the transcript says “missing” there.`,
  },
  unkept: (title: string) =>
    `This browser stores nothing for this site. Copy the link of “${title}” now: once you close this page, its key is lost.`,
  key: {
    missing:
      'The key of this room is not in this browser. Paste the whole link here, for example from an invitation you sent: this browser then keeps the key again.',
    label: inviteLinkTexts.label,
    button: 'Keep its key',
    taken: (title: string) => `The key of “${title}” is in this browser again.`,
    noLink: inviteLinkTexts.noLink,
    otherRoom: 'This is the link of another room. Paste the link of this room.',
    notWhole: inviteLinkTexts.notWhole,
    wrongKey:
      'This key does not belong to this room: the link is damaged. Copy it again from where it was sent.',
    needsPassword:
      'This link goes with a password. Open the room with both once in this browser, and it keeps the key.',
    fromFile: 'Or take its keys from a file that you saved:',
    noKeyFile: 'This is not a key file of this site.',
    saveFile: 'Save key file',
    fileSaved:
      'The keys are saved. Anyone who has the file can read what is said there: keep it where nobody else can find it.',
    save: 'Save invitation',
    saveHint:
      'The calendar file and the saved invitation contain the whole link and its key: keep them where nobody else can find them.',
    saved: 'It is saved. The file contains the key of the room: keep it where nobody else can find it.',
    inFile:
      'The part of the link after # is the key of this room: anyone who has it can read what is said there, and nobody can without it. Keep this file where nobody else can find it.',
  },

  invitation: (room: Invitation) =>
    [
      `You are invited: ${room.title}`,
      `${room.span} (${room.zone})`,
      '',
      `Join here: ${room.inviteLink}`,
      'You need no account. Come early if you like: the page lets you in when the room opens.',
      ...(room.retention === null ? [] : [room.retention]),
      ...(room.hasPassword ? ['The room asks for a password, which you get separately.'] : []),
    ].join('\n'),
  calendarText: (inviteLink: string) => `Join here: ${inviteLink}`,

  confirm: {
    end: (title: string) => `End “${title}” now?`,
    endText: (until: string) =>
      `Everyone in it is sent out, and nobody can write any more. You can read what was said until ${until}.`,
    endTextGone: 'Everyone in it is sent out, and everything that was said is deleted at once.',
    endLabel: 'End it',
    remove: (title: string) => `Delete “${title}”?`,
    removeText: (messages: number) =>
      `The room is deleted with ${formatCount(messages, MESSAGES)}, its transcript and its link. Everyone in it is sent out. This can’t be undone.`,
    removeLabel: 'Delete it',
    cancelLabel: 'Keep it',
  },
  done: {
    scheduled: (title: string) => `“${title}” is scheduled.`,
    opened: (title: string) => `“${title}” is open.`,
    changed: (title: string) => `“${title}” is changed.`,
    ended: (title: string) => `“${title}” has ended.`,
    removed: (title: string) => `“${title}” is deleted.`,
  },

  form: {
    title: 'Plan a room',
    editTitle: 'Edit the room',
    button: 'Schedule room',
    save: 'Save changes',
    name: 'Title',
    opensAt: 'Opens at',
    closesAt: 'Closes at',
    opensHint: 'Leave this empty to open the room at once.',
    zone: (zone: string) => `Times are in your time zone: ${zone}.`,
    clock: (skewMs: number, rightTime: string) =>
      `The clock of this computer is ${formatDuration(Math.round(Math.abs(skewMs) / 60_000) * 60)} ${
        skewMs > 0 ? 'fast' : 'slow'
      }: the right time is ${rightTime}. The times of your rooms follow the right time.`,
    clockChange: {
      skipped: (meant: string) => `The clocks go forward then and skip this time. ${meant} is meant.`,
      repeated: (meant: string) =>
        `The clocks go back then, and this time comes twice. The first is meant, ${meant}.`,
    },
    options: 'Options',
    summary: (who: string, encrypted: boolean, retainFor: number, password: boolean) =>
      `${who}, ${encrypted ? 'encrypted' : 'readable'}, kept ${
        retainFor === 0 ? 'no longer' : formatDuration(retainFor)
      }${password ? ', with a password' : ''}`,
    whoAnyone: 'Anyone with the link',
    whoUpTo: (number: number) => `Up to ${formatCount(number, PEOPLE)}`,
    passwordKept: 'Leave this empty to keep the current password.',
    removePassword: 'Remove the password',
    reading: 'Encryption',
    readings: { none: 'None: the server reads it', e2ee: 'End to end' },
    readingHints: {
      none: 'The server stores what is said as text: you can read it, and so can whoever runs this site. Your guests see this before they come in.',
      e2ee: 'The key stays in the link, and the server never has it. This page keeps it in this browser only: a transcript can be made here and nowhere else, and without the link the messages are lost. Your guests see how long you keep what they say.',
    },
    retain: 'After the end you can read it for',
    retainHint:
      'Once the room is open, you can only make this shorter, because the people who came in have seen it.',
    retainFor: (seconds: number) => (seconds === 0 ? 'no longer' : formatDuration(seconds)),
    /** What is wrong with a field. */
    errors: {
      title: `Use 1 to ${TITLE_MAX} visible characters.`,
      opensAt: 'Enter a date and a time, or leave this empty to open the room at once.',
      closesAt: 'Choose when the room closes.',
      past: 'This time is in the past. Choose a later one.',
      order: 'A room closes after it opens.',
      far: 'Choose a time within a year from now.',
      capacity: roomOptionsTexts.capacityError,
      password: roomOptionsTexts.passwordError,
    } as Record<FormError, string>,
  },
  /** Sentences for refusals, by code, where the usual ones don't fit. */
  refusals: {
    'title-taken': 'You have a room with this title already. Choose another one.',
    'too-many-rooms': `You have ${formatNumber(ACCOUNT_ROOMS_MAX)} rooms, which is the limit. Delete one first.`,
    'room-not-found': 'This room is already gone.',
    'room-not-open': 'This room is not open.',
    'keys-not-kept':
      'This browser keeps no keys: where people knock, or see only what is said from then on, you could not open your own room. Choose “Open” and “Everything”, or use an ordinary window instead of a private one.',
    'rotate-instead':
      'This browser has not the keys, or not the password, that an open door takes. Make a new link in the room’s menu, then open the door there.',
  } as Record<string, string>,
}
