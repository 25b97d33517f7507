import { inviteLinkWords } from './invite-link.ts'

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** What the dashboard says, in English. */
export const roomsWords = {
  page: 'Your rooms · private-chat',
  title: 'Your rooms',
  loading: 'Loading your rooms…',
  again: 'Try again',
  stale: 'The list could not be brought up to date. What you see may be old.',
  loggedOut: 'You are logged out. What you typed is kept in this tab until you are back, but for a password.',
  logIn: 'Log in again',
  emptyTitle: 'No rooms yet',
  emptyText:
    'Give the first one a title and an end. You get a link to send around; whoever opens it early waits at the door until the room opens.',
  groups: { open: 'Open now', scheduled: 'Scheduled', closed: 'Closed' },
  toForm: 'Plan a room',

  present: (number: number) => (number === 0 ? 'nobody here' : `${number.toLocaleString('en')} here now`),
  messages: (number: number) => count(number, 'message', 'messages'),
  upTo: (number: number) => `up to ${number.toLocaleString('en')} people`,
  withPassword: 'password',
  locked: 'locked',
  encrypted: 'end-to-end encrypted',
  readable: 'readable transcript',
  closes: (when: string) => `closes ${when}`,
  closed: (when: string) => `closed ${when}`,
  keptUntil: (when: string) => `kept until ${when}`,
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
  madeHere: 'Made in this browser, with the key that it keeps.',
  marked: (number: number) =>
    `The transcript is saved. ${count(number, 'message is', 'messages are')} marked in it: they did not open with the key of this link, came twice, or were not encrypted.`,
  odd: {
    unreadable:
      '(This message did not open with the key of the link, or it is a copy of one that came before.)',
    plain: (text: string) => `(Not encrypted) ${text}`,
  },
  saved: 'The transcript is saved.',
  unkept: (title: string) =>
    `This browser keeps nothing for this site. Copy the link of “${title}” now: once this page is closed, its key is nowhere else.`,
  key: {
    missing:
      'The key of this room’s link is not in this browser. Paste the whole link here, from an invitation you have sent: its key is kept again.',
    label: inviteLinkWords.label,
    button: 'Keep its key',
    taken: (title: string) => `The key of “${title}” is in this browser again.`,
    noLink: inviteLinkWords.noLink,
    otherRoom: 'This is the link of another room. Paste the one of this room.',
    notWhole: inviteLinkWords.notWhole,
    wrongKey:
      'This key does not belong to this room: the link is damaged. Copy it again from where it was sent.',
    save: 'Save invitation',
    saveHint:
      'The calendar file and the saved invitation hold the whole link, and with it the key: keep them where nobody else finds them.',
    saved: 'It is saved. The key of the room is in it: keep the file where nobody else finds it.',
    inFile:
      'What stands behind # in the link is the key of this room: whoever has it can read what is said there, and without it nobody can. Keep this file where nobody else finds it.',
  },

  invitation: (
    title: string,
    span: string,
    zone: string,
    link: string,
    password: boolean,
    /** Who can read what is said, and until when. */
    kept: string | null,
  ) =>
    [
      `You are invited: ${title}`,
      `${span} (${zone})`,
      '',
      `Join here: ${link}`,
      'You need no account. Come early if you like: the page lets you in when the room opens.',
      ...(kept === null ? [] : [kept]),
      ...(password ? ['The room asks for a password, which you get separately.'] : []),
    ].join('\n'),
  calendarText: (link: string) => `Join here: ${link}`,

  ask: {
    end: (title: string) => `End “${title}” now?`,
    endText: (kept: string) =>
      `Everyone in it is sent out and nobody can write any more. What was said can be read by you ${kept}.`,
    endTextGone: 'Everyone in it is sent out, and everything that was said is deleted at once.',
    endYes: 'End it',
    remove: (title: string) => `Delete “${title}”?`,
    removeText: (messages: string) =>
      `The room goes, with ${messages}, its transcript and its link. Whoever is in it is sent out. It can’t be undone.`,
    removeYes: 'Delete it',
    no: 'Keep it',
    until: (when: string) => `until ${when}`,
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
    cancel: 'Cancel',
    name: 'Title',
    opensAt: 'Opens at',
    closesAt: 'Closes at',
    opensHint: 'Leave it empty to open the room at once.',
    zone: (zone: string) => `Times are yours: ${zone}.`,
    clock: (skewMs: number, rightTime: string) =>
      `The clock of this computer is ${count(Math.round(Math.abs(skewMs) / 60_000), 'minute', 'minutes')} ${
        skewMs > 0 ? 'fast' : 'slow'
      }: it is ${rightTime}. The times of your rooms are meant by the right clock.`,
    clockChange: {
      skipped: (meant: string) => `The clocks go forward then and skip this time. ${meant} is meant.`,
      repeated: (meant: string) =>
        `The clocks go back then, and this time comes twice. The first is meant, ${meant}.`,
    },
    options: 'Options',
    summary: (who: string, encrypted: boolean, retain: string, password: boolean) =>
      `${who}, ${encrypted ? 'encrypted' : 'readable'}, kept ${retain}${password ? ', with a password' : ''}`,
    who: 'Who may come',
    whoAnyone: 'Anyone with the link',
    whoSome: 'Up to…',
    whoUpTo: (number: number) => `Up to ${number.toLocaleString('en')} people`,
    upToLabel: 'How many people',
    people: 'people',
    passwordHint: 'Optional. Tell it to your guests by another way than the link.',
    passwordKept: 'Leave it empty to keep the password it has.',
    passwordAway: 'Take the password away',
    reading: 'Encryption',
    readings: { none: 'None: the server reads it', e2ee: 'End to end' },
    readingHints: {
      none: 'The server stores what is said as text: you can read it, and so can whoever runs this site. Your guests are told so before they come in.',
      e2ee: 'The key stays in the link, and the server never has it. This page keeps it in this browser only: a transcript can be made here and nowhere else, and without the link the messages are lost. Your guests are told for how long you keep it.',
    },
    retain: 'After the end you can read it for',
    retainHint: 'Once the room is open, you can only make this shorter: those who came in were told.',
    retainWords: (seconds: number) =>
      seconds === 0
        ? 'no longer'
        : seconds % 86_400 === 0
          ? count(seconds / 86_400, 'day', 'days')
          : seconds % 3_600 === 0
            ? count(seconds / 3_600, 'hour', 'hours')
            : count(seconds, 'second', 'seconds'),
    wrong: {
      title: 'Use 1 to 120 visible characters.',
      opensAt: 'This is no time. Leave it empty to open the room at once.',
      closesAt: 'Say when the room closes.',
      past: 'The room would be closed already. Choose a time to come.',
      order: 'A room closes after it opens.',
      far: 'Choose a time within a year from now.',
      begun: 'The room is open already.',
      capacity: 'Choose a whole number from 2 to 100,000.',
      password: 'Use 4 to 128 characters, or none.',
      retainFor: 'Choose how long it is kept.',
    } as Record<string, string>,
  },
  failed: {
    'title-taken': 'You have a room with this title already. Choose another.',
    'too-many-rooms': 'You have 500 rooms, which is the limit. Delete one first.',
    'room-not-found': 'This room is gone already.',
    'room-not-open': 'This room is not open.',
  } as Record<string, string>,
}
